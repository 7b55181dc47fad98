using Sluice.Compiler.Model;
using Sluice.Compiler.Policies.Intercept;
using Sluice.Compiler.Supplied;

namespace Sluice.Generators.Emit.Policies.Intercept;

/// <summary>
/// Writes the call of a stage through its interceptors. A struct makes the stage's own call, and each interceptor adds a struct around
/// it. The types tell the JIT the target of each call.
/// </summary>
internal sealed class InterceptedCall
{
    private readonly PolicyMethod _method;
    private readonly Identifiers _names = new([]);
    private readonly List<(string Type, string Name, Func<PolicyFrame, string, string> Value)> _fields = [];
    private readonly Dictionary<int, string> _arguments = [];

    private readonly List<InterceptPolicy> _interceptors;

    private InterceptedCall(PolicyMethod method, List<InterceptPolicy> interceptors)
    {
        _method = method;
        _interceptors = interceptors;
        IsSynchronous = interceptors[0].IsSynchronous;
        if (method.NeedsReceiver)
        {
            _fields.Add((method.Emission.Model.Declaration.Self, _names.Take("pipeline"), (_, _) => "this"));
        }

        foreach (var position in method.Inputs)
        {
            var parameter = method.Stage.Parameters[position];
            var name = _names.Take(Identifiers.Camel(parameter.Name));
            _arguments.Add(position, name);
            _fields.Add((parameter.TypeName, name, (_, _) => method.Parameter(position)));
        }

        // The context already has the token and the scope.
        var supplied = method.NeedsOfSupplied.ToList();
        var others = supplied.Where(needs => !needs.HasFlag(SuppliedNeeds.Context)).ToList();
        Token = Supplied(others, SuppliedNeeds.Token, Known.CancellationToken, "token", (frame, _) => frame.Token);
        Context = Supplied(
            supplied,
            SuppliedNeeds.Context,
            "global::Sluice.StageContext",
            "context",
            (_, context) => context
        );
        Scope = Supplied(others, SuppliedNeeds.Scope, $"{Known.Services}.RunScope", "scope", (_, _) => method.Scope);
    }

    /// <summary>Whether the stage stays synchronous with its interceptors.</summary>
    public bool IsSynchronous { get; }

    private string Token { get; }

    private string Context { get; }

    private string Scope { get; }

    // An interceptor of an effect wraps a call that returns an empty tuple.
    private string Result => _method.Stage.IsEffect ? "global::System.ValueTuple" : _method.Returned;

    /// <summary>The call of a stage, or <see langword="null"/> if the stage has no interceptors.</summary>
    public static InterceptedCall? Of(PolicyMethod method)
    {
        var interceptors = method.Policies.OfType<InterceptPolicy>().ToList();
        return interceptors.Count == 0 ? null : new InterceptedCall(method, interceptors);
    }

    /// <summary>Writes the statements that create the structs, from the innermost to the outermost.</summary>
    /// <returns>The expression of the outermost call.</returns>
    public string Write(PolicyFrame frame)
    {
        var writer = _method.Writer;
        var context = _method.Names.Take("context");
        var inner = _method.Names.Take("call");
        var innerType = _method.CallType;
        writer.Line($"{writer.Var("global::Sluice.StageContext")} {context} = {_method.Context(frame)};");
        writer.Line(
            $"{writer.Var(innerType)} {inner} = new {innerType}({string.Join(", ", _fields.Select(field => field.Value(frame, context)))});"
        );

        var wrapper = IsSynchronous ? "SynchronousInterceptedCall" : "InterceptedCall";
        foreach (var interceptor in Enumerable.Reverse(_interceptors))
        {
            var interceptorType = interceptor.TypeName;
            var instance = Instance(interceptor);
            if (interceptor.IsCalledByName)
            {
                interceptorType = CallsOf(interceptor);
                instance = $"new {interceptorType}({instance})";
            }

            var type = $"{Known.Services}.{wrapper}<{interceptorType}, {innerType}, {Result}>";
            var outer = _method.Names.Take("in" + InterceptorName.Of(interceptor));
            writer.Line($"{writer.Var(type)} {outer} = new {type}({instance}, {inner}, {context});");
            (inner, innerType) = (outer, type);
        }

        return $"{inner}.{(IsSynchronous ? "Invoke" : "InvokeAsync")}()";
    }

    /// <summary>Writes the struct that makes the stage's own call.</summary>
    public void WriteType()
    {
        var writer = _method.Writer;
        var contract = IsSynchronous ? "ISynchronousStageCall" : "IStageCall";
        writer.Line();
        writer.Line($"// The call of {CommentText.Of(_method.Stage.Name)} that its interceptors wrap.");
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForPolicies(writer, _method.Stage);
        using (writer.Block($"private readonly struct {_method.CallType} : global::Sluice.{contract}<{Result}>"))
        {
            foreach (var (type, name, _) in _fields)
            {
                writer.Line($"private readonly {type} _{name};");
            }

            if (_fields.Count > 0)
            {
                WriteConstructor(writer);
            }

            writer.Line();
            WriteInvoke(writer);
        }
    }

    private void WriteConstructor(SourceWriter writer)
    {
        var parameters = _fields.Select(field => $"{field.Type} {Identifiers.Escape(field.Name)}");
        writer.Line();
        using (writer.Block($"internal {_method.CallType}({string.Join(", ", parameters)})"))
        {
            foreach (var (_, name, _) in _fields)
            {
                writer.Line($"_{name} = {Identifiers.Escape(name)};");
            }
        }
    }

    private void WriteInvoke(SourceWriter writer)
    {
        var stage = _method.Stage;
        var call = _method.OwnCall(
            _method.Emission.Locals with
            {
                Receiver = "_pipeline",
                Token = "_" + Token,
                Scope = "_" + Scope,
            },
            position => "_" + _arguments[position],
            "_" + Context
        );
        if (IsSynchronous)
        {
            if (!stage.IsEffect)
            {
                writer.Line($"public {Result} Invoke() => {call};");
                return;
            }

            WriteEffect(writer, $"public {Result} Invoke()", call);
            return;
        }

        var signature = $"{Known.ValueTaskOf(Result)} InvokeAsync()";
        if (!stage.IsEffect)
        {
            var task = stage.Return == ReturnShape.ValueTask ? call : $"new {Known.ValueTaskOf(Result)}({call})";
            writer.Line($"public {signature} => {task};");
        }
        else if (stage.Return == ReturnShape.Synchronous)
        {
            WriteEffect(writer, $"public {signature}", call);
        }
        else
        {
            writer.Line(PolicyMethod.Builder(Result));
            WriteEffect(writer, $"public async {signature}", PolicyMethod.Await(call));
        }
    }

    private static void WriteEffect(SourceWriter writer, string signature, string call)
    {
        using (writer.Block(signature))
        {
            writer.Line($"{call};");
            writer.Line("return default;");
        }
    }

    private string Supplied(
        List<SuppliedNeeds> parameters,
        SuppliedNeeds need,
        string type,
        string name,
        Func<PolicyFrame, string, string> value
    )
    {
        if (!parameters.Exists(needs => needs.HasFlag(need)))
        {
            return "";
        }

        var taken = _names.Take(name);
        _fields.Add((type, taken, value));
        return taken;
    }

    private string Instance(InterceptPolicy interceptor) =>
        interceptor.Member is { } member ? _method.Member(member, interceptor.MemberIsStatic, interceptor.IsOnPipeline)
        : interceptor.IsValueType ? $"new {interceptor.TypeName}()"
        : Shared(interceptor);

    // All stages that have the interceptor share its instance.
    private string Shared(InterceptPolicy interceptor)
    {
        const string Ending = "Interceptor";
        var name = InterceptorName.Of(interceptor);
        return _method.States.Shared(
            _method.Number,
            interceptor.TypeName,
            interceptor.TypeName,
            name.EndsWith(Ending, StringComparison.Ordinal) ? name : name + Ending,
            "new()"
        );
    }

    // The name of the struct that calls an interceptor if that is a class.
    private string CallsOf(InterceptPolicy interceptor) =>
        _method.States.NestedType(
            (interceptor.TypeName, interceptor.IsSynchronous),
            InterceptorName.Of(interceptor) + "Calls",
            (writer, name) =>
                InterceptorCalls.Write(
                    writer,
                    _method.States.Model,
                    name,
                    interceptor.TypeName,
                    interceptor.IsSynchronous
                )
        );
}
