# syntax=docker/dockerfile:1
FROM python:3.12-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /src
COPY requirements/build.txt requirements/server.txt requirements/
RUN python -m venv /opt/judge \
 && /opt/judge/bin/pip install --no-compile --require-hashes -r requirements/server.txt \
 && python -m venv /tmp/build \
 && /tmp/build/bin/pip install --no-compile --require-hashes -r requirements/build.txt
COPY pyproject.toml README.md CHANGELOG.md ./
COPY models/policies models/policies
COPY service service
RUN /tmp/build/bin/pip wheel --no-deps --no-build-isolation --wheel-dir /tmp/wheels . \
 && /opt/judge/bin/pip install --no-compile --no-deps /tmp/wheels/*.whl \
 && /opt/judge/bin/pip uninstall --yes pip

FROM python:3.12-slim-bookworm
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin judge \
 && install --directory --owner=judge --group=judge /var/lib/tenacious-judge
COPY --from=build /opt/judge /opt/judge
ENV PATH=/opt/judge/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    TENACIOUS_JUDGE_STORE_URL=sqlite:////var/lib/tenacious-judge/judge.db
USER judge
WORKDIR /var/lib/tenacious-judge
VOLUME /var/lib/tenacious-judge
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
# One worker, and itself the main process: what ends the container ends the service, and the other way round.
CMD ["tenacious-judge", "serve", "--host", "0.0.0.0", "--port", "8000"]
