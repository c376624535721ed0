"""The door for the web server."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from kith.kernel.errors import WrongSettingError

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
try:
    application = get_wsgi_application()
except WrongSettingError as error:
    sys.exit(error.sentence)
