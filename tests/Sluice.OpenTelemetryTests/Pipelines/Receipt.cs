namespace Sluice.OpenTelemetryTests.Pipelines;

/// <summary>The result of a checkout, with the context of a follow-up run.</summary>
/// <param name="Amount">The amount paid.</param>
/// <param name="FollowUp">The context of a run that starts after the checkout has ended.</param>
public sealed record Receipt(decimal Amount, RunContext FollowUp);
