"""The one settings file; what differs between deployments comes from the environment."""

from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from kith.config import environment

ROOMS = Path(__file__).parents[1]
KITH_DATA = environment.data_folder()
KITH_DEMO = environment.switch("KITH_DEMO")
KITH_IDLE_MINUTES = environment.number("KITH_IDLE_MINUTES", least=5, most=720)
KITH_NO_SECOND_STEP_BECAUSE = (
    "this is the demonstration, with made-up people" if KITH_DEMO else environment.reason("KITH_NO_SECOND_STEP_BECAUSE")
)
KITH_DEPRIVATION_INDEX = environment.text("KITH_DEPRIVATION_INDEX")

DEMO_PAGE = ["kith.config.demo_page.sign_ins"] if KITH_DEMO else []

SECRET_KEY = environment.secret(KITH_DATA)
DEBUG = False
ALLOWED_HOSTS = environment.words("KITH_HOSTS")
DATABASES = {"default": environment.database(environment.text("DATABASE_URL"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_q",
    "csp",
    "kith.rows",
    "kith.ui",
    "kith.audit",
    "kith.access",
    "kith.places",
    "kith.people",
    "kith.glass",
    "kith.workforce",
    "kith.measures",
    "kith.casework",
    "kith.ripples",
    "kith.exchange",
    "kith.reporting",
    "kith.desk",
    "kith.keeping",
    "kith.shell",
]

MIDDLEWARE = [
    "kith.rows.web.middleware.closed_until_known",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kith.ui.headers.headers_middleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kith.access.web.middleware.viewer_middleware",
    "kith.access.web.middleware.sitting_middleware",
    "kith.access.web.sign_in.second_step.second_step_middleware",
    "kith.access.web.middleware.keeping_middleware",
    "kith.ui.middleware.errors_as_pages",
]

ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "kith.ui.jinja.environment",
            "context_processors": ["kith.ui.context.page", "kith.shell.context.frame", *DEMO_PAGE],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOMS / "access" / "templates"],  # its mails and messages go before the sign-in library's own
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    },
]

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_ADAPTER = "kith.access.web.adapter.ClosedDoorAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"  # the library's pages are ours, on the one base template
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_FORMS = {
    "login": "kith.access.web.sign_in.forms.SignInForm",
    "change_password": "kith.access.web.sign_in.forms.ChangePasswordForm",
    "set_password": "kith.access.web.sign_in.forms.FirstPasswordForm",
    "reset_password": "kith.access.web.sign_in.forms.ForgottenPasswordForm",
    "reset_password_from_key": "kith.access.web.sign_in.forms.NewPasswordForm",
    "reauthenticate": "kith.access.web.sign_in.forms.ConfirmForm",
}
# Counted in the database, so that a limit holds for all server processes together.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "access_counted"}}
ALLAUTH_TRUSTED_PROXY_COUNT = environment.number("KITH_PROXIES", least=0, most=5)
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip"}  # per account our own lock-out counts
MFA_ADAPTER = "kith.access.web.sign_in.second_step_adapter.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER = "Kith"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_RECOVERY_CODE_COUNT = 10
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator gave the address; nobody signs up with another's
MFA_FORMS = {
    "authenticate": "kith.access.web.sign_in.step_forms.CodeForm",
    "reauthenticate": "kith.access.web.sign_in.step_forms.CodeAgainForm",
    "activate_totp": "kith.access.web.sign_in.step_forms.FirstCodeForm",
    "add_webauthn": "kith.access.web.sign_in.step_forms.NewPasskeyForm",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

SESSION_COOKIE_AGE = KITH_IDLE_MINUTES * 60 + 60  # it is written down at most once a minute
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.switch("KITH_HTTPS", default=not KITH_DEMO)
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if SESSION_COOKIE_SECURE else 0
if SESSION_COOKIE_SECURE:  # the line is encrypted as far as a proxy, which says so
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    CSRF_TRUSTED_ORIGINS = [f"https://{'*' * host.startswith('.')}{host}" for host in ALLOWED_HOSTS]
KITH_ADDRESS = environment.address(ALLOWED_HOSTS, is_https=SESSION_COOKIE_SECURE)
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # a cookie would carry names about
CSRF_FAILURE_VIEW = "kith.ui.errors.forged"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [NONE],
    }
}

KITH_SENDS_MAIL = KITH_DEMO or bool(environment.text("KITH_MAIL_SERVER"))
vars().update(environment.mail(is_demo=KITH_DEMO))

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = ROOMS / "ui" / "static" / "built"  # `python -m kith.ui.build` makes it, each build in its own folder
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/static/[0-9a-f]{12}/"
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_MEMORY_SIZE = 60 * 1024 * 1024
SILENCED_SYSTEM_CHECKS: list[str] = []

Q_CLUSTER = {
    "name": "kith",
    "orm": "default",
    "workers": 1,
    "timeout": 3600,
    "retry": 3700,
    "max_attempts": 3,
    "catch_up": False,
    "label": "Jobs",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"without persons": {"()": "kith.ui.logs.WithoutPersons"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "without persons"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},  # the framework brings handlers of its own
        "django.server": {"handlers": [], "propagate": True},
        "django-q": {"handlers": ["console"], "level": "WARNING", "propagate": False},
    },
}
