namespace Sluice.Compiler.Lower;

/// <summary>Something that the end of a stage makes possible in a concurrent run.</summary>
internal abstract record Release;
