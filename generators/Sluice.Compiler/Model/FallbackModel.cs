namespace Sluice.Compiler.Model;

/// <summary>Where the value comes from when the stage fails.</summary>
/// <param name="Method">The method.</param>
/// <param name="On">The exceptions that it is called for, as code writes their types; empty for all.</param>
internal sealed record FallbackModel(PolicyMethodModel Method, EquatableArray<string> On);
