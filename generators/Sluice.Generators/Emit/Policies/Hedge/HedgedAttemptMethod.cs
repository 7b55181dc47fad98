using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies.Hedge;

/// <summary>The method that makes one of the two attempts of a hedged stage.</summary>
internal sealed class HedgedAttemptMethod
{
    private const string Yield =
        "global::System.Threading.Tasks.Task.CompletedTask.ConfigureAwait(global::System.Threading.Tasks.ConfigureAwaitOptions.ForceYielding)";

    private readonly PolicyMethod _method;
    private readonly PolicyFrame _outer;
    private readonly Action<PolicyFrame> _inner;
    private readonly string _name;
    private readonly string _number;
    private readonly string _token;
    private readonly List<(string Type, string Name)> _passed;

    /// <param name="method">The method that hedges.</param>
    /// <param name="frame">The locals and settings of the outer layers.</param>
    /// <param name="inner">Writes the inner layers, which form an attempt.</param>
    public HedgedAttemptMethod(PolicyMethod method, PolicyFrame frame, Action<PolicyFrame> inner)
    {
        _method = method;
        _outer = frame;
        _inner = inner;
        _name = method.States.FreeMember(method.Number, "Attempt");
        _number = method.Names.Take("number");
        _token = method.Names.Take("attemptToken");
        Result = method.Stage.IsEffect ? "global::System.ValueTuple" : method.Returned;
        _passed = [.. method.Parameters];
        if (frame.PreviousError is { } previousError)
        {
            _passed.Add(($"{Known.Exception}?", previousError));
        }

        if (frame.Timeout is { } timeout)
        {
            _passed.Add(($"{Known.Services}.StageTimeout", timeout));
        }
    }

    /// <summary>The type of the result: an empty tuple for an effect.</summary>
    public string Result { get; }

    /// <summary>The call of the method.</summary>
    /// <param name="number">The number of the attempt.</param>
    /// <param name="token">The token of the attempt.</param>
    public string Call(string number, string token)
    {
        var receiver = _method.Emission.EntryPoint.IsStatic ? _method.Emission.Model.Declaration.Self : "this";
        return $"{receiver}.{_name}({string.Join(", ", _passed.Select(parameter => parameter.Name).Append(number).Append(token))})";
    }

    /// <summary>Writes the method.</summary>
    public void Write()
    {
        var writer = _method.Writer;
        var parameters = _passed
            .Append(("int", _number))
            .Append((Known.CancellationToken, _token))
            .Select(parameter => $"{parameter.Item1} {parameter.Item2}");
        writer.Line();
        writer.Line($"// One of the attempts of {CommentText.Of(_method.Stage.Name)}.");
        writer.Line(GeneratedCode.Attribute);
        RequirementSuppressions.WriteForPolicies(writer, _method.Stage);
        writer.Line(PolicyMethod.Builder(Result));
        var modifiers = _method.Emission.EntryPoint.IsStatic ? "private static async" : "private async";
        using (writer.Block($"{modifiers} {Known.ValueTaskOf(Result)} {_name}({string.Join(", ", parameters)})"))
        {
            if (_method.Stage.Return == ReturnShape.Synchronous)
            {
                writer.Line("// Both attempts take a thread of the pool for themselves.");
                writer.Line($"await {Yield};");
            }

            _inner(
                new PolicyFrame(_token)
                {
                    Number = _number,
                    PreviousError = _outer.PreviousError,
                    Timeout = _outer.Timeout,
                    GivenUp = $"({_token}.IsCancellationRequested && !{_outer.Token}.IsCancellationRequested)",
                }
            );
            if (_method.Stage.IsEffect)
            {
                writer.Line("return default;");
            }
        }
    }
}
