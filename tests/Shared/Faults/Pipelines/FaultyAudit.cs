namespace Sluice.Tests.Shared.Faults;

/// <summary>A pipeline that another one starts. Its stages run one after the other.</summary>
[Pipeline]
public sealed partial class FaultyAudit
{
    public partial ValueTask<Audit> RunAsync(FaultyRun run, Right right, RunContext context, CancellationToken token);

    [Stage, Retry(2, Delay = "00:00:00.500"), Timeout("00:00:08"), Compensate(nameof(ShredAsync))]
    private static ValueTask<Draft> WriteAsync(FaultyRun run, Right right, StageContext context) =>
        run.CallAsync("Write", context.Attempt, new Draft(right.Number), context.CancellationToken);

    private static async ValueTask ShredAsync(FaultyRun run, Draft draft, CancellationToken token) =>
        _ = await run.CallAsync("undo Write", 1, draft, token).ConfigureAwait(false);

    [Stage, Timeout("00:00:10")]
    private static ValueTask<Audit> SignAsync(FaultyRun run, Draft draft, StageContext context) =>
        run.CallAsync("Sign", context.Attempt, new Audit(draft.Number), context.CancellationToken);
}
