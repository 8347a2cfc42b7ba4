# HeatSync's server, for a PostgreSQL of your own (DATABASE_URL); compose.yaml shows the whole arrangement.
# `npm run soak -- image` runs these very stages without a container engine.
FROM node:24-bookworm-slim AS base
WORKDIR /app

# Manifests first: a change in the sources installs nothing again.
FROM base AS manifests
COPY package.json package-lock.json ./
COPY packages/backend/package.json packages/backend/
COPY packages/heatsheet/package.json packages/heatsheet/
COPY packages/shared/package.json packages/shared/
COPY packages/sheetgen/package.json packages/sheetgen/
COPY packages/webapp/package.json packages/webapp/
COPY e2e/package.json e2e/
COPY bench/package.json bench/

# The page is built once, here: at run time there is nothing to build with.
FROM manifests AS page
RUN npm ci --ignore-scripts
COPY tsconfig.base.json ./
COPY packages packages
RUN npm run build -w @heatsync/webapp

# Optional packages are a Node and a PostgreSQL for machines that have none.
FROM manifests AS modules
RUN npm ci --ignore-scripts --omit=dev --omit=optional -w @heatsync/backend

FROM base
ENV NODE_ENV=production DATA_DIR=/tmp/heatsync
COPY --from=modules /app/node_modules node_modules
COPY package.json LICENSE ./
COPY docs/licences.md docs/
COPY packages/heatsheet packages/heatsheet
COPY packages/shared packages/shared
COPY packages/backend packages/backend
COPY --from=page /app/packages/webapp/build packages/webapp/build
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "packages/backend/bin/isHealthy.ts"]
CMD ["node", "packages/backend/src/index.ts"]
