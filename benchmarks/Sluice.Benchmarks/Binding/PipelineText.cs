namespace Sluice.Benchmarks.Binding;

/// <summary>The files of one pipeline.</summary>
/// <param name="Declaration">The pipeline with its values.</param>
/// <param name="Body">The body of its entry point, for a project that compiles without the generator.</param>
internal sealed record PipelineText(string Declaration, string Body);
