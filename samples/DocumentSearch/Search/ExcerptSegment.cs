namespace DocumentSearch.Search;

/// <summary>A part of an excerpt: a term of the query, or the text between such terms.</summary>
internal sealed record ExcerptSegment(string Text, bool IsMatch);
