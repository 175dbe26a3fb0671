# syntax=docker/dockerfile:1
# The program in an image: desk, workers and every other command. docs/operate.md says how it is run.
#   docker build -t demarche .
#   docker run --rm -v "$PWD:/srv:ro" demarche read report.html

FROM node:22-bookworm-slim AS build
WORKDIR /app
# .npmrc turns install scripts off; said here as well, for whoever changes it.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY scripts ./scripts
COPY data ./data
COPY model ./model
COPY tsconfig.json tsconfig.build.json ./
COPY web ./web
COPY bench ./bench
COPY src ./src
RUN npm run build

# What runs, and nothing that only builds or tests. The native reader is there for this platform alone: libraries of other
# systems and its WebAssembly double are 300 MB that no container here ever loads.
FROM node:22-bookworm-slim AS run
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev \
 && npm cache clean --force \
 && rm -rf node_modules/onnxruntime-node/bin/napi-v*/darwin node_modules/onnxruntime-node/bin/napi-v*/win32 \
           node_modules/onnxruntime-web
COPY LICENSE ./
COPY data ./data
COPY model ./model
COPY gold ./gold
COPY examples ./examples
COPY --from=build /app/dist ./dist
# An image that cannot read is none: this ends the build.
RUN node dist/src/cli/main.js read examples/kuril-2016 --format jsonl > /dev/null

FROM node:22-bookworm-slim
LABEL org.opencontainers.image.title="demarche" \
      org.opencontainers.image.description="Reads news reports about international affairs and keeps the record" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV NODE_ENV=production
# Its own user, whose number stays the same; its state is a volume, its working directory holds what it is given.
RUN groupadd --gid 10001 demarche \
 && useradd --uid 10001 --gid demarche --no-create-home --home-dir /var/lib/demarche --shell /usr/sbin/nologin demarche \
 && install -d -o demarche -g demarche -m 0750 /var/lib/demarche \
 && install -d -m 0755 /srv
COPY --from=run /app /app
COPY --chmod=0755 deploy/entrypoint.sh /usr/local/bin/demarche
WORKDIR /srv
USER 10001:10001
VOLUME ["/var/lib/demarche"]
ENV DEMARCHE_RECORD=/var/lib/demarche/record
EXPOSE 4242
# Of the desk; a worker's service turns it off.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4242/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/local/bin/demarche"]
CMD ["--help"]
