using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Compiler.Plan;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>One entry point as its emitters share it: the plan, and the names of everything in the emitted code.</summary>
internal sealed class EntryPointEmission
{
    private readonly string[] _stageNames;
    private readonly string[] _inputFields;
    private readonly int[] _indexes;
    private readonly Dictionary<int, string> _elementNames = [];
    private readonly HashSet<int> _routes;

    public EntryPointEmission(
        PipelineModel model,
        ExecutionPlan plan,
        Identifiers typeMembers,
        SourceAccessors accessors,
        Dictionary<PolicyMethodKey, PolicyMethodNames> policyMethods
    )
    {
        Model = model;
        Plan = plan;
        Accessors = accessors;
        EntryPoint = model.EntryPoints[plan.EntryPoint];

        string[] parameters =
        [
            .. EntryPoint.Inputs.Select(input => input.Name),
            .. new[] { EntryPoint.CancellationToken, EntryPoint.RunContext, EntryPoint.Observer }.OfType<string>(),
        ];
        var fields = new Identifiers(RunMembers.Fields);
        _inputFields = [.. EntryPoint.Inputs.Select(input => Identifiers.Camel(fields.Take(input.Name)))];
        // One table for all code of the entry point, wherever it stands: a stage's output is a local here and a field there.
        var names = new Identifiers(
            [
                .. parameters,
                .. _inputFields,
                .. _inputFields.Concat(RunMembers.Fields).Select(field => "_" + field),
                .. RunMembers.Names,
            ],
            StringComparer.Ordinal
        );
        Names = new LocalNames(names);
        TypeName = typeMembers.Take(
            Identifiers.Pascal(EntryPoint.MethodName) + (plan.Lowering == PlanLowering.StraightLine ? "Values" : "Run"),
            names
        );
        _stageNames =
        [
            .. plan.Stages.Select(stage =>
                names.TakeForStage(Identifiers.Pascal(BaseName(model.Stages[stage.Stage])), stage.Merges.Count)
            ),
        ];

        _indexes = new int[plan.Stages.Count];
        for (var index = 0; index < _indexes.Length; index++)
        {
            _indexes[plan.Schedule[index]] = index;
        }

        for (var place = 0; place < plan.Stages.Count; place++)
        {
            if (StageAt(place).Each is not null)
            {
                _elementNames.Add(place, typeMembers.Take(_stageNames[place] + "Element", names));
            }
        }

        _routes = [.. Routes(model, plan, BindingKind.Stage)];
        RouteInputs = [.. Routes(model, plan, BindingKind.Input).Distinct().OrderBy(input => input)];
        if (EntryPoint.Delivery == Delivery.Stream)
        {
            StreamedRunName = typeMembers.Take(Identifiers.Pascal(EntryPoint.MethodName) + "StreamedRun", names);
            StreamedRunMethod = typeMembers.Take(StreamedRunName + "Async");
        }

        ReportName = typeMembers.Take(Identifiers.Pascal(EntryPoint.MethodName) + "Reports", names);
        Policies = new PolicyNames(model, plan, IndexOf, typeMembers, policyMethods);

        ObserverType = EntryPoint.ObserverType ?? (model.HasTelemetry ? typeMembers.Take("TObserver", names) : null);
        ObservedName = model.HasTelemetry
            ? typeMembers.Take(Identifiers.Pascal(EntryPoint.MethodName) + "Observed")
            : "";
        Locals = new Frame(
            "this",
            HasDeadline ? Names.RunToken : CallerToken,
            Names.Scope,
            Names.Events,
            input => Identifiers.Escape(EntryPoint.Inputs[input].Name),
            LocalAt
        );
        Fields = new Frame(
            "_pipeline",
            plan.OwnsToken ? "RunToken" : "CallerToken",
            "_scope",
            "_events",
            input => "_" + _inputFields[input],
            (place, part) => FieldAt(place, part)
        );
    }

    public PipelineModel Model { get; }

    /// <summary>What gives the sources of stages that are parameters of the primary constructor.</summary>
    public SourceAccessors Accessors { get; }

    /// <summary>The names of locals that are not the user's.</summary>
    public LocalNames Names { get; }

    public ExecutionPlan Plan { get; }

    public EntryPointModel EntryPoint { get; }

    /// <summary>The name of the nested type that keeps the run's values where locals do not.</summary>
    public string TypeName { get; }

    /// <summary>The names of what is emitted for the policies of stages.</summary>
    public PolicyNames Policies { get; }

    /// <summary>The name of the nested class that describes the stages for reports.</summary>
    public string ReportName { get; }

    /// <summary>The name of the struct that starts a run for an enumeration of the stream, where the entry point streams.</summary>
    public string StreamedRunName { get; } = "";

    /// <summary>The name of the method that runs the pipeline up to the stream, where the entry point streams.</summary>
    public string StreamedRunMethod { get; } = "";

    /// <summary>The frame of code on the caller's stack.</summary>
    public Frame Locals { get; }

    /// <summary>The frame of code in the run object.</summary>
    public Frame Fields { get; }

    /// <summary>What a run object produces: the output, or a placeholder where there is none.</summary>
    public string ResultType => HasOutput && !IsReadMeanwhile ? OwnReturnType : "bool";

    /// <summary>Whether the times that stages start and end at are taken: somebody will read them.</summary>
    public bool Measures => EntryPoint.Delivery == Delivery.Result;

    public bool HasOutput => EntryPoint.Outputs.Count > 0;

    public bool HasToken =>
        EntryPoint.CancellationToken is not null || EntryPoint.Delivery == Delivery.Stream || HasDeadline;

    /// <summary>Whether the caller may give the run a deadline, so that the run's token is not the caller's.</summary>
    public bool HasDeadline => EntryPoint.RunContext is not null;

    /// <summary>The expression of the caller's token in the entry point.</summary>
    public string CallerToken =>
        EntryPoint.CancellationToken is { } parameter ? Identifiers.Escape(parameter)
        : EntryPoint.Delivery == Delivery.Stream ? Names.CallerToken
        : Known.CancellationToken + ".None";

    /// <summary>
    /// The expression of the token that the caller cancels the run with, or <see langword="null"/> where it cannot, or where what reads
    /// the stream of the run sees to it.
    /// </summary>
    /// <param name="frame">Where it is read: on the caller's stack, or in the run object.</param>
    public string? CancellingToken(Frame frame) =>
        IsReadMeanwhile ? "CancellingToken"
        : IsStreamed
            ? Plan.NeedsScope ? $"{frame.Scope}.CallerToken"
                : IsObserved ? $"{frame.Events}.CallerToken"
                : null
        : EntryPoint.CancellationToken is null ? null
        : ReferenceEquals(frame, Locals) ? CallerToken
        : HasDeadline ? $"{frame.Scope}.CallerToken"
        : "CallerToken";

    /// <summary>The type parameter of what observes the run, or <see langword="null"/> where nothing can.</summary>
    public string? ObserverType { get; }

    /// <summary>Whether something may observe the run.</summary>
    public bool IsObserved => ObserverType is not null;

    /// <summary>The name of the method that runs the pipeline for an observer, where the entry point chooses one itself.</summary>
    public string ObservedName { get; }

    /// <summary>The type parameters of what is emitted for each type of observer.</summary>
    public string ObserverParameters => IsObserved ? $"<{ObserverType}>" : "";

    /// <summary>What follows the declaration of such a type or method.</summary>
    public string ObserverConstraint =>
        IsObserved ? $" where {ObserverType} : struct, global::Sluice.IRunObserver" : "";

    /// <summary>The nested type that keeps the run's values, as code refers to it.</summary>
    public string TypeReference => TypeName + ObserverParameters;

    /// <summary>The type of what tells the observer.</summary>
    public string EventsType => $"{Known.Services}.RunEvents{ObserverParameters}";

    /// <summary>Whether the output could still use the context of a stage after the run.</summary>
    public bool OutputMayKeepContext => Plan.OutputMayKeepToken && !IsStreamed;

    /// <summary>Whether the run lasts until its output, a stream, has been read.</summary>
    public bool IsStreamed => EntryPoint.Delivery == Delivery.Stream;

    /// <summary>Whether the stream is read while stages are under way: it is handed to its reader, and the run object ends the run.</summary>
    public bool IsReadMeanwhile => Plan.Stream is not null;

    /// <summary>Whether all stages have ended when the stream is read: what reads it ends the run.</summary>
    public bool IsReadAfterwards => IsStreamed && !IsReadMeanwhile;

    /// <summary>The expression of the present moment, for durations.</summary>
    public string Timestamp(Frame frame) => Plan.NeedsScope ? $"{frame.Scope}.ReportTimestamp()" : Known.Timestamp;

    /// <summary>The type that the entry point returns, where it is asynchronous.</summary>
    public string ReturnType =>
        EntryPoint.Return == ReturnShape.ValueTask ? ValueTaskType
        : HasOutput ? $"{Known.Task}<{ResultType}>"
        : Known.Task;

    public string ValueTaskType => IsReadMeanwhile ? Known.ValueTask : Known.ValueTaskOf(OwnReturnType);

    /// <summary>The type of what a run object gives to the caller when it begins.</summary>
    public string RunTaskType => EntryPoint.Return == ReturnShape.Task ? ReturnType : ValueTaskType;

    /// <summary>The expression of that.</summary>
    public string RunTask => EntryPoint.Return == ReturnShape.Task ? "AsTask()" : $"new {ValueTaskType}(this, Version)";

    // The run behind a stream may give none, whose items are none.
    private string OwnReturnType =>
        EntryPoint.Delivery == Delivery.Stream
            ? EntryPoint.ReturnTypeName.TrimEnd('?') + "?"
            : EntryPoint.ReturnTypeName;

    /// <summary>The stage at a place, as it was written.</summary>
    public StageModel StageAt(int place) => Model.Stages[Plan.Stages[place].Stage];

    /// <summary>The name that an input has as a parameter of what rents a run object.</summary>
    public string ParameterAt(int input) => Identifiers.Escape(_inputFields[input]);

    /// <summary>The name of a field that a run object has for the stage at a place.</summary>
    public string FieldAt(int place, NameForm form, int number = 0) => form.Field(_stageNames[place], number);

    /// <summary>The name of a local that the caller's stack has for the stage at a place.</summary>
    public string LocalAt(int place, NameForm form) => Identifiers.Escape(form.Local(_stageNames[place]));

    /// <summary>The name of a method, constant or label that is there for the stage at a place.</summary>
    public string MemberAt(int place, NameForm form, int number = 0) => form.Member(_stageNames[place], number);

    /// <summary>The index of the stage at a place in the order in which stages start where each completes at once.</summary>
    public int IndexOf(int place) => _indexes[place];

    /// <summary>Whether the stage gives back a task.</summary>
    public bool IsAwaited(int place) =>
        StageAt(place).Each is null
            ? StageAt(place).CallReturn != ReturnShape.Synchronous
            : Plan.Stages[place].IsAsynchronous;

    /// <summary>Whether the run starts the stage on the thread pool. One that runs for each element does that for its elements.</summary>
    public bool IsOffloaded(int place) => StageAt(place).IsOffloaded && StageAt(place).Each is null;

    /// <summary>Whether it has to be kept why the stage has no output.</summary>
    public bool HasSkipped(int place) =>
        Plan.Stages[place].MayBeAbsent || Plan.Stages[place].MayBeSkipped || FormAt(place) != ValueForm.Plain;

    /// <summary>In which form the stage returns its output.</summary>
    public ValueForm FormAt(int place) => StageAt(place).Each is null ? StageAt(place).Form : ValueForm.Plain;

    /// <summary>Whether it has to be kept that the stage started.</summary>
    public bool NeedsStarted(int place) =>
        Measures || (FormAt(place) != ValueForm.Plain && Plan.Stages[place].MayBeSkipped);

    /// <summary>The inputs by whose value stages run, enums, which must have a name.</summary>
    public IReadOnlyList<int> RouteInputs { get; }

    /// <summary>Whether other stages run by the value of the stage, an enum, so that it must have a name.</summary>
    public bool IsRoute(int place) => _routes.Contains(place);

    /// <summary>The type of what the run keeps as the stage's output.</summary>
    public ValueTarget OutputAt(int place) => OutputOf(StageAt(place), Plan.Stages[place].Bound.ResultForm);

    /// <summary>The type of what a run keeps as a stage's output.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="resultForm">Of one that runs for each element, in which form each result is taken.</param>
    public static ValueTarget OutputOf(StageModel stage, ValueForm resultForm) =>
        (stage.Each, resultForm) switch
        {
            ({ } each, ValueForm.Optional) => new(-1, $"global::Sluice.Optional<{each.ElementTypeName}>[]"),
            ({ } each, ValueForm.Outcome) => new(-1, $"global::Sluice.Outcome<{each.ElementTypeName}>[]"),
            _ => new(stage.OutputType, stage.OutputTypeName),
        };

    /// <summary>Whether the stage's output is a stream.</summary>
    public bool IsStream(int place) =>
        !StageAt(place).IsEffect && StageAt(place).Each is null && Model.Types[StageAt(place).OutputType].IsStream;

    /// <summary>Whether the stage says that its output may be null.</summary>
    public bool MayBeNull(int place) => OutputAt(place).Name.EndsWith("?", StringComparison.Ordinal);

    /// <summary>
    /// The expression of the token that a stage gets. What an entry point streams is often read when the run itself is over, and with it
    /// the run's own token.
    /// </summary>
    public string TokenAt(int place, Frame frame) =>
        IsReadAfterwards && Plan.OwnsToken && IsStream(place) ? "CallerToken" : frame.Token;

    /// <summary>The type of what a stage or input gives.</summary>
    public ValueTarget TypeOf(Binding producer) =>
        producer.Kind == BindingKind.Input
            ? new(EntryPoint.Inputs[producer.Index].Type, EntryPoint.Inputs[producer.Index].ValueTypeName)
            : OutputAt(producer.Index);

    /// <summary>The name of the struct that calls a stage for one element.</summary>
    public string ElementNameAt(int place) => _elementNames[place];

    /// <summary>The type of what the stage's task gives, as code writes it; empty for an effect.</summary>
    public string ReturnedAt(int place) =>
        FormAt(place) == ValueForm.Plain
            ? OutputAt(place).Name
            : $"global::Sluice.{FormAt(place)}<{StageAt(place).OutputTypeName}>";

    /// <summary>The expression of the run's whole output.</summary>
    public string Output(Frame frame)
    {
        if (!HasOutput)
        {
            return "true";
        }

        var values = new TakenValues(this, frame);
        var outputs = EntryPoint
            .Outputs.Select(
                (output, index) =>
                    values.As(Plan.Outputs[index], output.Form, new ValueTarget(output.Type, output.ValueTypeName))
            )
            .ToArray();
        return EntryPoint.IsTuple ? $"({string.Join(", ", outputs)})" : outputs[0];
    }

    /// <summary>The expression of the outcome that a result carries of a run that has not failed.</summary>
    public string Outcome(Frame frame)
    {
        var values = new TakenValues(this, frame);
        // An element of a tuple that says itself that it is absent does not make the whole absent.
        var reasons = Plan
            .Outputs.Where((_, index) => !EntryPoint.IsTuple || EntryPoint.Outputs[index].Form == ValueForm.Plain)
            .Select(values.Skipped)
            .Where(reason => reason is not null)
            .ToList();
        return reasons.Count == 0
            ? $"global::Sluice.Outcome.Value<{EntryPoint.OutputTypeName}>({Output(frame)})"
            : $"{Known.Services}.Given.Outcome<{EntryPoint.OutputTypeName}>({Output(frame)}, {string.Join(" ?? ", reasons)}, null)";
    }

    private static IEnumerable<int> Routes(PipelineModel model, ExecutionPlan plan, BindingKind kind) =>
        plan
            .Stages.SelectMany(stage =>
                stage.Bound.Conditions.Concat(stage.Bound.Demand.SelectMany(term => term.Conditions))
            )
            .Where(condition => condition.Source.Kind == kind)
            .Select(condition => condition.Source.Index)
            .Where(index =>
                model
                    .Types[
                        kind == BindingKind.Stage
                            ? model.Stages[plan.Stages[index].Stage].OutputType
                            : model.EntryPoints[plan.EntryPoint].Inputs[index].Type
                    ]
                    .Route == RouteKind.Enum
            );

    /// <summary>The name of a stage's method without <c>Async</c>.</summary>
    public static string BaseName(StageModel stage)
    {
        var method = stage.MethodName;
        return method.EndsWith("Async", StringComparison.Ordinal) && method.Length > "Async".Length
            ? method.Substring(0, method.Length - "Async".Length)
            : method;
    }
}
