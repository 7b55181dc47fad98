namespace Sluice;

/// <summary>What a stage may know of the run that it is part of. A stage asks for it with a parameter of this type.</summary>
/// <param name="RunId">
/// Identifies the run: the same in all stages of one run, another in every other run. A version 7 UUID, so that ids sort by the
/// time at which their runs started.
/// </param>
/// <param name="StageName">The name of the stage, as <see cref="PipelineGraph"/> shows it.</param>
/// <param name="CancellationToken">
/// Is cancelled when the caller cancels the run or another stage of it fails. It is valid until the run ends and must not be kept
/// beyond that.
/// </param>
public readonly record struct StageContext(Guid RunId, string StageName, CancellationToken CancellationToken);
