# The API alone, with nothing beside it: no shell, no package manager. NEO4J_URI names its Neo4j; without it the embedded
# engine keeps its data in /app/data.
ARG NODE=node:22.23.3-bookworm-slim

FROM ${NODE} AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM ${NODE} AS modules
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY scripts/image scripts/image
RUN node scripts/image/root.mjs root && mkdir data

FROM scratch
COPY --from=modules /build/root /
WORKDIR /app
# 1000 is `node` of the image. A number, so that an orchestrator can see that it is not root.
COPY --from=modules --chown=1000:1000 /build/data data
COPY --from=modules /build/node_modules node_modules
COPY package.json schema.graphql ./
COPY bin bin
COPY cypher cypher
COPY operations operations
COPY seed seed
COPY --from=build /build/dist dist
COPY --from=build /build/dist-web dist-web
USER 1000:1000
ENV PATH=/usr/local/bin NODE_ENV=production HOST=0.0.0.0 PUBLIC=read PORT=4000
EXPOSE 4000
VOLUME /app/data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/industry-graph.js", "start"]
