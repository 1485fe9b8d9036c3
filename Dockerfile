FROM python:3.13-slim-trixie
RUN apt-get update \
    && apt-get install -y --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-open-sans fonts-dejavu-core postgresql-client \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /var/lib/waymark --shell /usr/sbin/nologin waymark
WORKDIR /opt/waymark
COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt
COPY . .
ENV WAYMARK_VAR=/var/lib/waymark/var PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
USER waymark
RUN mkdir -m 700 "$WAYMARK_VAR"
VOLUME /var/lib/waymark/var
EXPOSE 8000
CMD ["python", "-m", "gunicorn", "-c", "python:config.web_server", "--bind", "0.0.0.0:8000", "config.wsgi"]
