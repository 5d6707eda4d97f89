# R without packages: certified enterprises by region, with the document and line of each.
#
# Rscript certified_by_region.R [--server http://localhost:4000] [--certification 专精特新小巨人企业]

given <- commandArgs(trailingOnly = TRUE)
option <- function(name, default) {
  at <- match(paste0("--", name), given)
  if (is.na(at)) default else given[at + 1]
}
server <- option("server", "http://localhost:4000")
certification <- option("certification", "certification:srdi-little-giant-national")

# Credit codes and stock codes are names, not numbers.
table_at <- function(address) {
  tryCatch(
    read.csv(url(address, encoding = "UTF-8"), colClasses = "character", check.names = FALSE, na.strings = ""),
    error = function(problem) {
      stop("No table at ", address, ": opened in a browser, it says why.", call. = FALSE)
    }
  )
}

holders <- table_at(paste0(
  server, "/q/certified-enterprises.csv?certification=",
  URLencode(enc2utf8(certification), reserved = TRUE)
))
regions <- holders[["region.name"]]
regions[is.na(regions)] <- "(no region)"
counts <- sort(table(regions), decreasing = TRUE)
for (region in names(counts)) cat(region, "\t", counts[[region]], "\n", sep = "")
for (row in seq_len(nrow(holders))) {
  cat(holders$id[row], holders$name[row], holders$sources[row], holders$dataset_version[row], sep = "\t")
  cat("\n")
}
