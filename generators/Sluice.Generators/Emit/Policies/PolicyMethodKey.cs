using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit.Policies;

/// <summary>The key of a method that calls a stage with its policies. Entry points with the same key share the method.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Report">Its index in reports.</param>
/// <param name="IsStatic">Whether the entry point is static.</param>
/// <param name="Arguments">The kinds of its arguments. The method has a parameter for each value of the run.</param>
internal readonly record struct PolicyMethodKey(StageIndex Stage, ReportIndex Report, bool IsStatic, string Arguments);
