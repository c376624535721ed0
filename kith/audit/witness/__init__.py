"""What the folder KITH_DATA knows of the trail, where nobody reaches who only reaches the database."""
