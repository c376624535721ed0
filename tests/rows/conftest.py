"""The second lock is PostgreSQL's: on SQLite there is nothing to show, and its tests are not collected."""

import os

collect_ignore = [] if os.environ["DATABASE_URL"].startswith("postgresql") else ["postgresql"]
