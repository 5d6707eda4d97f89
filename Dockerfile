# The API alone. NEO4J_URI names its Neo4j; without it the embedded engine keeps its data in /app/data.
FROM node:22-slim
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && mkdir data && chown node:node data
COPY bin bin
COPY src src
COPY schema schema
COPY cypher cypher
COPY seed seed
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
EXPOSE 4000
VOLUME /app/data
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/industry-graph.js", "start"]
