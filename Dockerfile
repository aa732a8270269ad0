# The service as a container: locked dependencies with hashes, no build tools, no root, no writable code.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/cairn
WORKDIR /src
COPY requirements.lock ./
RUN /opt/cairn/bin/pip install --require-hashes --only-binary :all: --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY ontology ontology
COPY graph graph
COPY ingestion ingestion
COPY reasoning reasoning
COPY api api
RUN /opt/cairn/bin/pip install --no-deps .

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="Cairn" \
      org.opencontainers.image.description="Career reasoning on a knowledge graph, every sentence cited" \
      org.opencontainers.image.licenses="Apache-2.0"
RUN groupadd --gid 10001 cairn \
    && useradd --uid 10001 --gid cairn --no-create-home --home-dir /var/lib/cairn --shell /usr/sbin/nologin cairn \
    && install --directory --owner=cairn --group=cairn --mode=0700 /var/lib/cairn
COPY --from=build /opt/cairn /opt/cairn
# PYTHONSAFEPATH: the five package names are common words; nothing in the working directory may stand in for them.
ENV PATH=/opt/cairn/bin:$PATH \
    PYTHONSAFEPATH=1 \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    CAIRN_HOST=0.0.0.0 \
    CAIRN_PORT=8000 \
    CAIRN_DATA_DIR=/var/lib/cairn
USER 10001:10001
WORKDIR /var/lib/cairn
VOLUME /var/lib/cairn
EXPOSE 8000
STOPSIGNAL SIGINT
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
ENTRYPOINT ["cairn"]
CMD ["serve"]
