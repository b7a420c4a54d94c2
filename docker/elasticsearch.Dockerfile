# Elasticsearch with the portal's analysis plugin; mvn package makes the zip.
FROM elasticsearch:8.19.20
COPY target/chengxin-analysis-plugin.zip /tmp/
RUN bin/elasticsearch-plugin install --batch file:///tmp/chengxin-analysis-plugin.zip
