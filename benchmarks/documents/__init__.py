"""How well the documents are searched: the sample company's library and 60 questions to it."""
