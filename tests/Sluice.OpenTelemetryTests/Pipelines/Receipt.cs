namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>What a checkout gives, and what lets another run go on from it.</summary>
/// <param name="Amount">What was paid.</param>
/// <param name="FollowUp">The context of a run that goes on when the checkout has ended.</param>
public sealed record Receipt(decimal Amount, RunContext FollowUp);
