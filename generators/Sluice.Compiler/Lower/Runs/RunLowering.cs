using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Supplied;

namespace Sluice.Compiler.Lower;

/// <summary>Finds what holds for every run of an entry point.</summary>
/// <param name="model">The pipeline.</param>
/// <param name="plan">The plan of the entry point.</param>
internal sealed class RunLowering(PipelineModel model, ExecutionPlan plan)
{
    private readonly EntryPointModel _entryPoint = model.EntryPoints[plan.EntryPoint];

    private bool Measures => _entryPoint.Delivery == Delivery.Result;

    private bool IsSynchronous => _entryPoint.Return == ReturnShape.Synchronous;

    private bool HasDeadline => _entryPoint.RunContext is not null;

    private bool IsObserved => model.IsObserved(_entryPoint);

    private IEnumerable<StageModel> Stages => plan.Stages.Select(stage => model.Stages[stage.Stage]);

    private StreamReading Reading =>
        _entryPoint.Delivery != Delivery.Stream ? StreamReading.None
        : plan.Stream is null ? StreamReading.Afterwards
        : StreamReading.Meanwhile;

    private RunCanceller Canceller =>
        Reading == StreamReading.Meanwhile ? RunCanceller.Stream
        : Reading == StreamReading.Afterwards
            ? plan.NeedsScope ? RunCanceller.Scope
                : IsObserved ? RunCanceller.Events
                : RunCanceller.None
        : _entryPoint.CancellationToken is null ? RunCanceller.None
        : HasDeadline ? RunCanceller.CallerOrScope
        : RunCanceller.Caller;

    private FailurePath FailurePath =>
        plan.HasGuards ? FailurePath.UnlessRepeated
        : Stages.Any(stage => stage.Guard is not null) ? FailurePath.Guarded
        : FailurePath.Direct;

    private static bool TakesContext(StageModel stage) =>
        stage.TakesSupplied(SuppliedNeeds.Scope)
        || stage.Policies.Methods().Any(method => method.TakesContext)
        || stage.Policies.NeedScope()
        || stage.Loop is { Exhausted.TakesContext: true };

    /// <summary>Finds it.</summary>
    public RunTraits Lower() =>
        new()
        {
            Measures = Measures,
            HasOutput = _entryPoint.Outputs.Count > 0,
            HasToken = _entryPoint.CancellationToken is not null || Reading != StreamReading.None || HasDeadline,
            HasDeadline = HasDeadline,
            OwnsToken = plan.OwnsToken,
            Canceller = Canceller,
            KeepsThrown = IsSynchronous && !Measures && (HasDeadline || Canceller != RunCanceller.None),
            IsObserved = IsObserved,
            Reading = Reading,
            StreamWaits = plan.Stream?.WaitsFor.Count ?? 0,
            WithholdsStreamOnFailure =
                plan.ContinuesOnFailure
                && plan.Stream is { } stream
                && stream.WaitsFor.Any(place => model.Stages[plan.Stages[place].Stage].Guard is not null),
            NeedsScope = plan.NeedsScope,
            Compensates = plan.Compensates,
            AwaitsCompensations = Stages.Any(stage => stage.Compensation is { Return: not ReturnShape.Synchronous }),
            ContinuesOnFailure = plan.ContinuesOnFailure,
            OutputMayKeepToken = plan.OutputMayKeepToken,
            HasNestedRuns = Stages.Any(stage => stage.IsEntryPoint),
            MarksEnd = plan.ContinuesOnFailure || (Measures && plan.IsSegmented) || (plan.NeedsScope && IsSynchronous),
            FailurePath = FailurePath,
            KeepsFailures = plan.Stages.Any(stage => stage.KeepsFailure),
            TellsRounds = plan.Stages.Any(stage =>
                stage.Bound.LoopBody.Any(place => TakesContext(model.Stages[plan.Stages[place].Stage]))
            ),
            MaySkip = plan.Stages.Any(stage => stage.MayBeSkipped),
        };
}
