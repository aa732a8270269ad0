"""What RDF exchange is made of: terms, resources, writers, readers, statements. Enter by rdf_export and rdf_import."""
