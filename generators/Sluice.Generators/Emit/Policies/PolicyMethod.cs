using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Compiler.Policies;
using Sluice.Compiler.Supplied;

namespace Sluice.Generators.Emit.Policies;

/// <summary>
/// Writes the method through which a stage is called that has policies: one layer around the other, and the stage's own call in the
/// middle.
/// </summary>
internal sealed class PolicyMethod
{
    private readonly LoweredStage _stage;
    private readonly Frame _frame;
    private readonly StageCall _call;
    private readonly List<Action> _afterwards = [];

    private PolicyMethod(SourceWriter writer, EntryPointEmission emission, PolicyStates states, LoweredStage stage)
    {
        _stage = stage;
        Writer = writer;
        Emission = emission;
        States = states;
        Inputs = InputsOf(stage);
        Returned = ReturnedBy(Stage);
        Names = new Identifiers(Inputs.Select(position => Stage.Parameters[position].Name));
        Scope = Names.Take("scope");
        Clock = stage.Call.UsesScope ? Scope + ".TimeProvider" : Names.Take("clock");
        Token = Names.Take("token");
        Exception = Names.Take("exception");
        _frame = emission.Locals with { Receiver = "this", Token = Token, Scope = Scope };
        _call = new StageCall(emission, _frame);
    }

    public SourceWriter Writer { get; }

    public EntryPointEmission Emission { get; }

    /// <summary>What outlives the call.</summary>
    public PolicyStates States { get; }

    /// <summary>The names of the method's parameters and locals.</summary>
    public Identifiers Names { get; }

    /// <summary>The run's scope.</summary>
    public string Scope { get; }

    /// <summary>The run's token: what is cancelled by it is no failure.</summary>
    public string Token { get; }

    /// <summary>What a layer has caught. No layer is inside of what another does about an exception.</summary>
    public string Exception { get; }

    /// <summary>The run's clock.</summary>
    public string Clock { get; }

    public StageModel Stage => _stage.Declaration;

    public EquatableArray<PolicyModel> Policies => Stage.Policies;

    /// <summary>The number of the stage in the pipeline.</summary>
    public int Number => _stage.Index.Value;

    /// <summary>The index of the stage in reports.</summary>
    public ReportIndex Index => _stage.Report;

    /// <summary>The name of the stage, as a literal.</summary>
    public string StageName => SymbolDisplay.FormatLiteral(Stage.Name, quote: true);

    /// <summary>The type of what the stage returns, as code writes it; empty for an effect.</summary>
    public string Returned { get; }

    /// <summary>The positions of the stage's parameters that the method has too.</summary>
    public List<int> Inputs { get; }

    /// <summary>The parameters of the method.</summary>
    public IEnumerable<(string Type, string Name)> Parameters =>
        [
            .. Inputs.Select(position => (Stage.Parameters[position].TypeName, Parameter(position))),
            .. _stage.Call.UsesScope ? [($"{Known.Services}.RunScope", Scope)]
            : _stage.Call.ReadsClock ? [(Known.TimeProvider, Clock)]
            : Array.Empty<(string, string)>(),
            (Known.CancellationToken, Token),
        ];

    /// <summary>Whether the method ends later than it returns.</summary>
    public bool IsAsynchronous => Stage.CallReturn != ReturnShape.Synchronous;

    /// <summary>Whether somebody asks for the stage's context: the stage itself, or an interceptor.</summary>
    public bool UsesContext => Policies.Need(PolicyNeeds.Context) || Stage.TakesSupplied(SuppliedNeeds.Context);

    /// <summary>Whether the stage's own call needs the pipeline instance.</summary>
    public bool NeedsReceiver => !Stage.IsStatic && !Emission.Model.Sources[Stage.Source].IsStatic;

    /// <summary>Whether an outcome that says that the stage failed has to be thrown, as a policy waits for failures.</summary>
    public bool ThrowsOutcomes => Stage.Form == ValueForm.Outcome && Policies.Need(PolicyNeeds.Failures);

    /// <summary>Whether what the stage returns could still use its token after the call.</summary>
    public bool OutputMayKeepToken =>
        !Stage.IsEffect && Emission.Model.Types[Stage.Each?.ElementType ?? Stage.OutputType].MayKeepToken;

    /// <summary>The name of the struct that is the stage's call to its interceptors.</summary>
    public string CallType => Emission.Policies.CallOf(_stage);

    /// <summary>Writes the method, and what goes with it.</summary>
    public static void Write(
        SourceWriter writer,
        EntryPointEmission emission,
        PolicyStates states,
        LoweredStage stage
    ) => new PolicyMethod(writer, emission, states, stage).Write();

    /// <summary>The call of the method.</summary>
    /// <param name="emission">The entry point.</param>
    /// <param name="frame">Where the call is made.</param>
    /// <param name="stage">The stage.</param>
    /// <param name="argument">The expression of an argument, by its position.</param>
    /// <param name="token">The token that the stage gets.</param>
    public static string Call(
        EntryPointEmission emission,
        Frame frame,
        LoweredStage stage,
        Func<int, string> argument,
        string token
    )
    {
        var arguments = InputsOf(stage)
            .Select(argument)
            .Concat(
                stage.Call.UsesScope ? [frame.Scope]
                : stage.Call.ReadsClock ? [ClockOf(emission, frame)]
                : []
            )
            .Append(token);
        var receiver = emission.EntryPoint.IsStatic ? emission.Model.Declaration.Self : frame.Receiver;
        return $"{receiver}.{emission.Policies.MethodOf(stage)}({string.Join(", ", arguments)})";
    }

    /// <summary>The expression of the run's clock.</summary>
    public static string ClockOf(EntryPointEmission emission, Frame frame) =>
        frame.Clock ?? (emission.Run.NeedsScope ? frame.Scope + ".TimeProvider" : Known.TimeProvider + ".System");

    /// <summary>The type of what a stage returns, of one that runs for each element what it returns for one.</summary>
    public static string ReturnedBy(StageModel stage)
    {
        var value = stage.Each is { } each ? each.ElementTypeName : stage.OutputTypeName;
        return stage.Form is ValueForm.Optional or ValueForm.Outcome ? $"global::Sluice.{stage.Form}<{value}>" : value;
    }

    /// <summary>What an asynchronous method is marked with, so that it allocates nothing.</summary>
    /// <param name="returned">The type of what its task gives; empty where it gives nothing.</param>
    public static string Builder(string returned) =>
        $"[global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof({Known.Services}.StageMethodBuilder{(returned.Length == 0 ? "" : "<>")}))]";

    /// <summary>Whether a layer inside of another may refuse a call, so that it never reaches the stage.</summary>
    public bool MayBeRefusedInside(PolicyLayer layer) =>
        Policies.Any(policy => policy.Layer > layer && (policy.Needs & PolicyNeeds.MayRefuse) != 0);

    /// <summary>The needs of the parameters that the run supplies.</summary>
    public IEnumerable<SuppliedNeeds> NeedsOfSupplied =>
        _stage.Arguments.OfType<SuppliedValue>().Select(supplied => supplied.Kind.Needs);

    /// <summary>The expression of what a parameter of the stage gets. A value that the stage's call leaves out is spelt out.</summary>
    public string Parameter(int position) =>
        Inputs.Contains(position)
            ? Identifiers.Escape(Stage.Parameters[position].Name)
            : AbsentValue.Of(Stage.Parameters[position]);

    /// <summary>The context of the stage, where it is called.</summary>
    public string Context(PolicyFrame frame) =>
        Stage.Each is null && frame is { Attempt: null, Timeout: null, Number: null }
            ? $"{Scope}.Stage({Index}, {frame.Token})"
            : $"{Scope}.Stage({Index}, {AttemptNumber(frame)}, {frame.PreviousError ?? "null"}, {frame.Timeout ?? "null"}, {frame.Token})";

    /// <summary>The number of the attempt: of all that the run makes of the stage, or of those for one element.</summary>
    public string AttemptNumber(PolicyFrame frame) =>
        frame.Number ?? (Stage.Each is null ? $"{Scope}.CallsOf({Index})" : frame.Attempt ?? "1");

    /// <summary>What waits for a task.</summary>
    public static string Await(string task) => $"await {task}.ConfigureAwait(false)";

    /// <summary>The call of a method that a policy names, and what waits for it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="token">The token that it gets.</param>
    /// <param name="exception">The local that holds the exception, where there is one.</param>
    public string CallOf(PolicyMethodModel method, string token, string? exception = null)
    {
        var arguments = method.Arguments.Select(argument =>
            argument.Kind switch
            {
                PolicyArgumentKind.StageParameter => Parameter(argument.Parameter),
                PolicyArgumentKind.CancellationToken => token,
                PolicyArgumentKind.StageContext => $"{Scope}.Stage({Index}, {token})",
                PolicyArgumentKind.Exception when exception is not null => argument.TypeName is null or Known.Exception
                    ? exception
                    : $"({argument.TypeName}){exception}",
                _ => throw new InvalidOperationException($"Nothing gives '{method.MethodName}' its {argument.Kind}."),
            }
        );
        var receiver = method.IsStatic ? method.TypeName : _call.Receiver(Stage);
        var call = $"{receiver}.{Identifiers.Escape(method.MethodName)}({string.Join(", ", arguments)})";
        return method.Return == ReturnShape.Synchronous
            ? call
            : Await(method.TaskMayBeNull ? StageCall.NotNull(call, method.MethodName) : call);
    }

    /// <summary>The expression of a member that a policy names.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="isStatic">Whether it is static.</param>
    /// <param name="isOnPipeline">Whether it belongs to the pipeline; otherwise to the type that declares the stage.</param>
    public string Member(string member, bool isStatic, bool isOnPipeline)
    {
        var receiver = (isOnPipeline, isStatic) switch
        {
            (true, true) => Emission.Model.Declaration.Self,
            (true, false) => _frame.Receiver,
            (false, true) => Emission.Model.Sources[Stage.Source].TypeName,
            _ => _call.Receiver(Stage),
        };
        return $"{receiver}.{Identifiers.Escape(member)}";
    }

    /// <summary>The stage's own call, in the method.</summary>
    /// <param name="token">The token that it gets.</param>
    /// <param name="context">Its context.</param>
    public string OwnCall(string token, string context) => OwnCall(_frame with { Token = token }, Parameter, context);

    /// <summary>The stage's own call.</summary>
    /// <param name="frame">Where it is made.</param>
    /// <param name="input">The expression of what a parameter of the stage gets.</param>
    /// <param name="context">The stage's context.</param>
    public string OwnCall(Frame frame, Func<int, string> input, string context)
    {
        var call = new StageCall(Emission, frame);
        return call.OfMethod(
            _stage,
            position =>
                _stage.Arguments[position] switch
                {
                    SuppliedValue => StageCall.Supplied(_stage, position, frame, context),
                    _ => input(position),
                }
        );
    }

    /// <summary>Writes a member of the pipeline after the method: for a layer that cannot stand in it.</summary>
    public void WriteAfterwards(Action write) => _afterwards.Add(write);

    private static List<int> InputsOf(LoweredStage stage) =>
        [
            .. Enumerable
                .Range(0, stage.Arguments.Count)
                .Where(position => stage.Arguments[position] is StageValue or InputValue or MergedValue or AllValue),
        ];

    private void Write()
    {
        var blocks = PolicyBlocks.Of(Policies).ToList();
        var call = new CallBlock(this, isWrapped: blocks.Count > 0);
        Action<PolicyFrame> write = call.Write;
        foreach (var block in Enumerable.Reverse(blocks))
        {
            var inner = write;
            write = frame => block.Write(this, frame, inner);
        }

        Writer.Line();
        Writer.Line(
            $"// {CommentText.Of(Stage.Name)} with its policies, outermost first: {CommentText.Of(string.Join(", ", Policies.Select(policy => policy.Display)))}."
        );
        Writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForPolicies(Writer, Stage);
        if (call.IsAwaited)
        {
            Writer.Line(Builder(Returned));
        }

        using (Writer.Block(Signature(call.IsAwaited)))
        {
            write(new PolicyFrame(Token));
        }

        _afterwards.ForEach(write => write());
        call.WriteType();
    }

    private string Signature(bool isAwaited)
    {
        var type =
            IsAsynchronous ? Known.ValueTaskOf(Returned)
            : Returned.Length == 0 ? "void"
            : Returned;
        var modifiers = "private" + (Emission.EntryPoint.IsStatic ? " static" : "") + (isAwaited ? " async" : "");
        return $"{modifiers} {type} {Emission.Policies.MethodOf(_stage)}({string.Join(", ", Parameters.Select(parameter => $"{parameter.Type} {parameter.Name}"))})";
    }
}
