"""Every error a caller can meet, as one tree.

JudgeError                slug                 status  retryable
├── BadInput              bad-input            422     no   names the field; "" for what is no JSON
├── TooLarge              too-large            413     no
├── UnsupportedMedia      unsupported-media    415     no
├── NotFound              not-found            404     no
├── Conflict              conflict             409     no
├── Unauthorized          unauthorized         401     no
├── Forbidden             forbidden            403     no
├── BodyTimeout           body-timeout         408     yes  the body came too slowly
├── Overloaded            overloaded           429     yes  Retry-After
├── Unavailable           unavailable          503     yes  Retry-After; the store or engine is down
├── DeadlineExceeded      deadline-exceeded    504     yes
└── Misconfigured         misconfigured        500     no   start-up only: a policy or rule file is wrong
"""

from typing import ClassVar


class JudgeError(Exception):
    """Base of all. Catch it to catch everything this service raises on purpose."""

    slug: ClassVar[str] = "error"
    status: ClassVar[int] = 500
    retryable: ClassVar[bool] = False

    def __init__(
        self, detail: str, *, pointer: str | None = None, retry_after_s: float | None = None
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer
        self.retry_after_s = retry_after_s


class BadInput(JudgeError):
    """A field is wrong; `pointer` names it."""

    slug, status = "bad-input", 422


class TooLarge(JudgeError):
    slug, status = "too-large", 413


class UnsupportedMedia(JudgeError):
    slug, status = "unsupported-media", 415


class NotFound(JudgeError):
    slug, status = "not-found", 404


class Conflict(JudgeError):
    slug, status = "conflict", 409


class Unauthorized(JudgeError):
    slug, status = "unauthorized", 401


class Forbidden(JudgeError):
    slug, status = "forbidden", 403


class BodyTimeout(JudgeError):
    """The body did not arrive in the time that bodies have."""

    slug, status, retryable = "body-timeout", 408, True


class Overloaded(JudgeError):
    """The queue is full. Try again after `retry_after_s`."""

    slug, status, retryable = "overloaded", 429, True


class Unavailable(JudgeError):
    """No record could be written, so no answer is given. Try again after `retry_after_s`."""

    slug, status, retryable = "unavailable", 503, True


class DeadlineExceeded(JudgeError):
    """The deadline passed before judging began."""

    slug, status, retryable = "deadline-exceeded", 504, True


class Misconfigured(JudgeError):
    """A policy or rule file is wrong; the message names file and line. The service refuses to start."""

    slug = "misconfigured"
