using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit;

/// <summary>One entry point for its printers: the program, the names, and the expressions that several of them write.</summary>
internal sealed class EntryPointEmission
{
    private readonly EntryPointNames _names;

    /// <param name="model">The pipeline.</param>
    /// <param name="program">The entry point.</param>
    /// <param name="names">The names of the members and locals that are emitted for it.</param>
    /// <param name="accessors">The accessors of the sources of stages.</param>
    public EntryPointEmission(
        PipelineModel model,
        LoweredEntryPoint program,
        EntryPointNames names,
        SourceAccessors accessors
    )
    {
        _names = names;
        Model = model;
        Program = program;
        Accessors = accessors;
        Locals = new Frame(
            "this",
            Run.HasDeadline ? Names.RunToken : CallerToken,
            Names.Scope,
            Names.Events,
            input => Identifiers.Escape(EntryPoint.Inputs[input].Name),
            (place, kind) => Local(place, NameForm.Of(kind))
        );
        Fields = new Frame(
            "_pipeline",
            Run.OwnsToken ? "RunToken" : "CallerToken",
            "_scope",
            "_events",
            input => "_" + _names.Input(input),
            (place, kind) =>
                kind == SlotKind.Output && At(place).KeepsOutputInTask
                    ? $"{TaskField(At(place))}.Value"
                    : Field(place, kind)
        );
    }

    /// <summary>The pipeline as it was written.</summary>
    public PipelineModel Model { get; }

    /// <summary>The program that is printed.</summary>
    public LoweredEntryPoint Program { get; }

    /// <summary>The accessors of the sources of stages.</summary>
    public SourceAccessors Accessors { get; }

    /// <summary>The names of locals that are not the user's.</summary>
    public LocalNames Names => _names.Locals;

    /// <summary>The names of the members that are emitted for policies.</summary>
    public Policies.PolicyNames Policies => _names.Policies;

    /// <summary>The entry point as it was written.</summary>
    public EntryPointModel EntryPoint => Program.Declaration;

    /// <summary>The properties that all runs share.</summary>
    public RunTraits Run => Program.Run;

    /// <summary>The shape of the run: whether it runs on the caller's stack or in a run object.</summary>
    public RunShape Shape => Program.Shape;

    /// <summary>The stages, by their places.</summary>
    public IReadOnlyList<LoweredStage> Stages => Program.Stages;

    /// <summary>The nested type that keeps the values of a run that are not in locals.</summary>
    public string TypeName => _names.Type;

    /// <summary>The nested class that describes the stages for reports.</summary>
    public string ReportName => _names.Reports;

    /// <summary>The struct that starts a run for each enumeration of the stream.</summary>
    public string StreamedRunName => _names.StreamedRun;

    /// <summary>The method that runs the pipeline up to the stream.</summary>
    public string StreamedRunMethod => _names.StreamedRunMethod;

    /// <summary>The method that runs the pipeline for an observer.</summary>
    public string ObservedName => _names.ObservedMethod;

    /// <summary>The type parameter of the observer, or <see langword="null"/> without one.</summary>
    public string? ObserverType => _names.Observer;

    /// <summary>The frame of code on the caller's stack.</summary>
    public Frame Locals { get; }

    /// <summary>The frame of code in the run object.</summary>
    public Frame Fields { get; }

    /// <summary>The type that a run object produces: the output, or a placeholder without one.</summary>
    public string ResultType => Run.HasOutput && !Run.IsReadMeanwhile ? OwnReturnType : "bool";

    /// <summary>The expression of the caller's token in the entry point.</summary>
    public string CallerToken =>
        EntryPoint.CancellationToken is { } parameter ? Identifiers.Escape(parameter)
        : Run.IsStreamed ? Names.CallerToken
        : Known.CancellationToken + ".None";

    /// <summary>
    /// The type parameter list of types and methods that are generic over the observer. Empty if the run has no observer.
    /// </summary>
    public string ObserverParameters => Run.IsObserved ? $"<{ObserverType}>" : "";

    /// <summary>The constraint of that type parameter, after the declaration of a type or method.</summary>
    public string ObserverConstraint =>
        Run.IsObserved ? $" where {ObserverType} : struct, global::Sluice.IRunObserver" : "";

    /// <summary>The nested type that keeps the values, as code refers to it.</summary>
    public string TypeReference => TypeName + ObserverParameters;

    /// <summary>The type of the object that tells the observer.</summary>
    public string EventsType => $"{Known.Services}.RunEvents{ObserverParameters}";

    /// <summary>The type that the entry point returns if it is asynchronous.</summary>
    public string ReturnType =>
        EntryPoint.Return == ReturnShape.ValueTask ? ValueTaskType
        : Run.HasOutput ? $"{Known.Task}<{ResultType}>"
        : Known.Task;

    /// <summary>The type that the entry point returns, with <c>ValueTask</c> in place of <c>Task</c>.</summary>
    public string ValueTaskType => Run.IsReadMeanwhile ? Known.ValueTask : Known.ValueTaskOf(OwnReturnType);

    /// <summary>The type of the task that a run object returns to the caller when it begins.</summary>
    public string RunTaskType => EntryPoint.Return == ReturnShape.Task ? ReturnType : ValueTaskType;

    /// <summary>The expression of that task.</summary>
    public string RunTask => EntryPoint.Return == ReturnShape.Task ? "AsTask()" : $"new {ValueTaskType}(this, Version)";

    // The run that produces a stream may return null instead, which counts as a stream without items.
    private string OwnReturnType =>
        Run.IsStreamed ? EntryPoint.ReturnTypeName.TrimEnd('?') + "?" : EntryPoint.ReturnTypeName;

    /// <summary>The stage at a place.</summary>
    public LoweredStage At(Place place) => Program.At(place);

    /// <summary>
    /// The expression of the token with which the caller cancels the run. It is <see langword="null"/> if the caller cannot cancel the
    /// run, or if the reader of the stream observes the token.
    /// </summary>
    /// <param name="frame">The frame in which it is read: the caller's stack or the run object.</param>
    public string? CancellingToken(Frame frame)
    {
        var isOnStack = ReferenceEquals(frame, Locals);
        return Run.Canceller switch
        {
            RunCanceller.Stream => "CancellingToken",
            RunCanceller.Scope => $"{frame.Scope}.CallerToken",
            RunCanceller.Events => $"{frame.Events}.CallerToken",
            RunCanceller.CallerOrScope => isOnStack ? CallerToken : $"{frame.Scope}.CallerToken",
            RunCanceller.Caller => isOnStack ? CallerToken : "CallerToken",
            _ => null,
        };
    }

    /// <summary>The expression of the present moment, for durations.</summary>
    public string Timestamp(Frame frame) => Run.NeedsScope ? $"{frame.Scope}.ReportTimestamp()" : Known.Timestamp;

    /// <summary>The name of an input as a parameter of the method that rents a run object.</summary>
    public string ParameterAt(int input) => Identifiers.Escape(_names.Input(input));

    /// <summary>The field of a run object for a slot of a stage.</summary>
    public string Field(Place place, SlotKind kind, int number = 0) =>
        NameForm.Of(kind).Field(_names.Stage(place), number);

    /// <summary>The field of a run object for the task of a stage.</summary>
    public string TaskField(LoweredStage stage) =>
        Field(stage.Place, stage.KeepsOutputInTask ? SlotKind.Output : SlotKind.Awaiter);

    /// <summary>The local of a stage on the caller's stack.</summary>
    public string Local(Place place, NameForm form) => Identifiers.Escape(form.Local(_names.Stage(place)));

    /// <summary>The method, constant or label that is emitted for a stage.</summary>
    public string Member(Place place, NameForm form, int number = 0) => form.Member(_names.Stage(place), number);

    /// <summary>The struct that calls a stage for one element.</summary>
    public string ElementName(LoweredStage stage) => _names.Element(stage.Place);

    /// <summary>The expression of the token that a stage gets.</summary>
    public static string TokenOf(LoweredStage stage, Frame frame) =>
        stage.TakesCallerToken ? "CallerToken" : frame.Token;

    /// <summary>The type of the value of a stage or input.</summary>
    public ValueTarget TypeOf(TakenValue producer) =>
        producer is InputValue { Input: var input }
            ? new(EntryPoint.Inputs[input].Type, EntryPoint.Inputs[input].ValueTypeName)
        : producer is CarriedValue { Decision: var decision }
            ? new(At(decision).Declaration.Loop!.StateType, At(decision).Declaration.Loop!.StateTypeName)
        : At(((StageValue)producer).Place).Output;

    /// <summary>The type of the result of a stage's task, as code writes it. Empty for an effect.</summary>
    public static string ReturnedBy(LoweredStage stage) =>
        stage.Declaration.Loop is { } loop && stage.Loop is not null ? loop.ReturnTypeName
        : stage.Call.MayReturnReason ? $"global::Sluice.{stage.Call.Form}<{stage.Declaration.OutputTypeName}>"
        : stage.Output.Name;

    /// <summary>The expression of the run's whole output.</summary>
    public string Output(Frame frame)
    {
        if (!Run.HasOutput)
        {
            return "true";
        }

        var values = new TakenValues(this, frame);
        var outputs = EntryPoint
            .Outputs.Select(
                (output, index) =>
                    values.As(Program.Outputs[index], output.Form, new ValueTarget(output.Type, output.ValueTypeName))
            )
            .ToArray();
        return EntryPoint.IsTuple ? $"({string.Join(", ", outputs)})" : outputs[0];
    }

    /// <summary>The expression of the outcome in the result of a run that has not failed.</summary>
    public string Outcome(Frame frame)
    {
        var values = new TakenValues(this, frame);
        // If an element of a tuple has a form that can express absence, its absence does not make the whole output absent.
        var reasons = Program
            .Outputs.Where((_, index) => !EntryPoint.IsTuple || EntryPoint.Outputs[index].Form == ValueForm.Plain)
            .Select(values.Skipped)
            .Where(reason => reason is not null)
            .ToList();
        return reasons.Count == 0
            ? $"global::Sluice.Outcome.Value<{EntryPoint.OutputTypeName}>({Output(frame)})"
            : $"{Known.Services}.Given.Outcome<{EntryPoint.OutputTypeName}>({Output(frame)}, {string.Join(" ?? ", reasons)}, null)";
    }
}
