# The site in one image: `docker build -t nice-pick .`. Run by itself it brings its own PostgreSQL (mount a volume on
# /data); with DATABASE_URL it is one instance of several (compose.yaml).

FROM node:20-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
# Installed anew only when what names the packages changes. The last two are what the install generates the client from.
COPY package.json package-lock.json ./
COPY prisma/generate.ts prisma/schema.prisma ./prisma/
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN npm run build && rm -rf .next/cache node_modules/.cache

FROM node:20-bookworm-slim
WORKDIR /app
# Two places to take memory from, however many threads there are: without that, 30 MB more lie about.
ENV MALLOC_ARENA_MAX=2
ENV NODE_ENV=production DATA_DIR=/data npm_config_cache=/tmp/npm npm_config_update_notifier=false
RUN mkdir /data /backups && chown node:node /data /backups
# Root's, and so not to be changed by the server: it writes below /data, and below /tmp what it can do without.
COPY --from=build /app /app
USER node
VOLUME /data
EXPOSE 3000
# SIGTERM: not ready any more, what is under way is answered, then the end.
STOPSIGNAL SIGTERM
# That the process lives. With its database away it goes on serving what it has kept, and is not to be restarted for that.
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# What `npm start` runs, without npm, so that signals go straight to it.
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=384", "--import", "tsx", "lib/front/start.ts"]
