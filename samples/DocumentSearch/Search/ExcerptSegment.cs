namespace DocumentSearch.Search;

/// <summary>A part of an excerpt that either is a term of the query or lies between such terms.</summary>
internal sealed record ExcerptSegment(string Text, bool IsMatch);
