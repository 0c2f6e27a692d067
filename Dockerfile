# AwardFlow on one machine, in a container. The data is in /data; keys and mail come from the environment (docs/settings.md).
# .ci/container builds and tries it, where there is no Docker too.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules /usr/local/lib/node_modules
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /src
COPY . .
ARG VERSION=0.0.0-container
RUN dotnet publish functions/AwardFlow.Local -c Release -o /app -p:MinVerVersionOverride=$VERSION -p:PublishDocumentationFiles=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir -p /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
EXPOSE 7071
ENTRYPOINT ["dotnet", "/app/AwardFlow.Local.dll"]
CMD ["serve", "--url", "http://0.0.0.0:7071", "--data", "/data"]
