using Sluice.Compiler.Lower;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Tells the methods apart that call the stages of a pipeline with their policies.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Report">Its index in reports.</param>
/// <param name="IsStatic">Whether the entry point is static.</param>
/// <param name="Arguments">The kinds of its arguments: the method takes those that are values of the run.</param>
internal readonly record struct PolicyMethodKey(StageIndex Stage, ReportIndex Report, bool IsStatic, string Arguments);
