using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies.Intercept;

namespace Sluice.Generators.Emit.Policies;

/// <summary>Writes the code inside all policies: the stage's call with its interceptors, and the handling of its result.</summary>
internal sealed class CallBlock
{
    private readonly PolicyMethod _method;
    private readonly InterceptedCall? _intercepted;

    /// <param name="method">The method that contains the call.</param>
    /// <param name="isWrapped">Whether a policy surrounds the call.</param>
    public CallBlock(PolicyMethod method, bool isWrapped)
    {
        _method = method;
        _intercepted = InterceptedCall.Of(method);
        // An intercepted effect returns an empty tuple, but its method returns no value.
        IsAwaited = method.IsAsynchronous && (isWrapped || (_intercepted is not null && method.Stage.IsEffect));
    }

    /// <summary>Whether the method waits for the call. Otherwise it returns the task of the call unchanged.</summary>
    public bool IsAwaited { get; }

    /// <summary>The condition that an outcome cancels the run. Such an outcome says nothing about the stage.</summary>
    public static string IsCancelled(string outcome) => $"{outcome}.Status == global::Sluice.OutcomeStatus.Cancelled";

    /// <summary>Writes the call.</summary>
    public void Write(PolicyFrame frame)
    {
        if (frame.IsCalled is not null)
        {
            _method.Writer.Line($"{frame.IsCalled} = true;");
        }

        var call = _intercepted is null
            ? Task(_method.OwnCall(frame.Token, _method.Context(frame)))
            : _intercepted.Write(frame);
        var isTask = _intercepted is null
            ? _method.Stage.Return != ReturnShape.Synchronous
            : !_intercepted.IsSynchronous;
        if (frame.Entry is not null)
        {
            WriteLeadingCall(frame, call, isTask);
            return;
        }

        var value = IsAwaited && isTask ? PolicyMethod.Await(call) : call;
        if (_method.Stage.IsEffect && (IsAwaited || !_method.IsAsynchronous))
        {
            WriteEffect(frame, value);
        }
        else
        {
            WriteResult(frame, value);
        }
    }

    /// <summary>Writes the type that the call needs, if it needs one.</summary>
    public void WriteType() => _intercepted?.WriteType();

    private string Task(string call) =>
        !IsAwaited && _method.IsAsynchronous && _method.Stage.Return != ReturnShape.ValueTask
            ? $"new {Known.ValueTaskOf(_method.Returned)}({call})"
            : call;

    // The start of the stage belongs to the lead. Other work of this thread while the stage is under way does not.
    private void WriteLeadingCall(PolicyFrame frame, string call, bool isTask)
    {
        var writer = _method.Writer;
        var returned = frame.Result!;
        if (isTask)
        {
            returned = _method.Names.Take("task");
            var type = Known.ValueTaskOf(_method.Returned);
            writer.Line($"{type} {returned};");
            call = _intercepted is null && _method.Stage.Return == ReturnShape.Task ? $"new {type}({call})" : call;
        }

        using (writer.Block($"using ({frame.Entry}.Lead())"))
        {
            writer.Line($"{returned} = {call};");
        }

        writer.Line();
        WriteReturned(frame, isTask ? PolicyMethod.Await(returned) : null);
    }

    private void WriteEffect(PolicyFrame frame, string call)
    {
        _method.Writer.Line($"{call};");
        frame.Returned?.Invoke("");
        if (frame.IsInLoop)
        {
            _method.Writer.Line("return;");
        }
    }

    private void WriteResult(PolicyFrame frame, string call)
    {
        var writer = _method.Writer;
        if (frame is { Result: null, Returned: null } && !_method.ThrowsOutcomes)
        {
            writer.Line($"return {call};");
            return;
        }

        WriteReturned(frame, call);
    }

    private void WriteReturned(PolicyFrame frame, string? call)
    {
        var writer = _method.Writer;
        var result = frame.Result ?? _method.Names.Take("result");
        if (call is not null)
        {
            writer.Line(
                frame.Result is null ? $"{writer.Var(_method.Returned)} {result} = {call};" : $"{result} = {call};"
            );
        }

        if (_method.ThrowsOutcomes)
        {
            writer.Line($"{Known.Services}.PolicyFailure.ThrowIfFailed({result});");
        }

        frame.Returned?.Invoke(result);
        if (frame.Result is null)
        {
            writer.Line($"return {result};");
        }
        else if (frame.IsInLoop)
        {
            writer.Line("break;");
        }
    }
}
