using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Lower;
using Sluice.Compiler.Model;
using Sluice.Compiler.Supplied;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes the call of a stage's method: direct, with an argument for each parameter.</summary>
internal sealed class StageCall(EntryPointEmission emission, Frame frame)
{
    private readonly TakenValues _values = new(emission, frame);

    /// <summary>The call as the method returns it: a value, a task or nothing.</summary>
    public string Direct(LoweredStage stage)
    {
        if (stage.Call.Elements is not null)
        {
            return FanOutCall.Of(emission, frame, stage);
        }

        var token = EntryPointEmission.TokenOf(stage, frame);
        return Call(stage, position => Argument(stage, position, token), token);
    }

    /// <summary>The call for one element of a collection.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="captured">The expression of an argument that is the same for all elements, by its position.</param>
    /// <param name="item">The expression of the element.</param>
    public string OfElement(LoweredStage stage, Func<int, string> captured, string item) =>
        Call(
            stage,
            position =>
                position == stage.Declaration.Each!.Parameter ? item
                : stage.Arguments[position] is SuppliedValue ? Argument(stage, position, frame.Token)
                : captured(position),
            frame.Token
        );

    /// <summary>The call of a method that returns a task, as a <c>ValueTask</c> of either kind.</summary>
    public string AsValueTask(LoweredStage stage)
    {
        var declaration = stage.Declaration;
        var call = Direct(stage);
        return declaration.CallReturn != ReturnShape.Task || declaration.Each is not null ? call
            : declaration is { IsEntryPoint: true, Policies.Count: 0 } ? $"{Known.Services}.RunTask.Nested({call})"
            : $"new {Known.ValueTaskOf(EntryPointEmission.ReturnedBy(stage))}({call})";
    }

    /// <summary>The call of the stage's method itself, without its policies.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="argument">The expression of an argument, by its position.</param>
    public string OfMethod(LoweredStage stage, Func<int, string> argument)
    {
        var declaration = stage.Declaration;
        var receiver = declaration.IsStatic
            ? emission.Model.Sources[declaration.Source].TypeName
            : Receiver(declaration);
        var call = $"{receiver}.{Identifiers.Escape(declaration.MethodName)}({Arguments(stage, argument)})";
        return declaration is { TaskMayBeNull: true, IsEntryPoint: false } ? NotNull(call, stage.Name) : call;
    }

    /// <summary>The call of a user's method that returns a task. A null task is reported as a mistake of that method.</summary>
    public static string NotNull(string call, string name) =>
        $"{Known.Services}.Returned.NotNull({call}, {SymbolDisplay.FormatLiteral(name, quote: true)})";

    /// <summary>The call of a method that an attribute of a stage names.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="method">The method.</param>
    /// <param name="output">
    /// Writes the expression of the value that the method may take as the stage's. Not called if it takes none: what is written counts as
    /// read.
    /// </param>
    /// <param name="exception">The expression of the exception that it may take.</param>
    /// <param name="token">The token that it gets.</param>
    public string OfNamed(
        LoweredStage stage,
        PolicyMethodModel method,
        Func<string> output,
        string exception,
        string token
    )
    {
        var arguments = method.Arguments.Select(argument =>
            argument.Kind switch
            {
                PolicyArgumentKind.Output => output(),
                PolicyArgumentKind.Exception => exception,
                PolicyArgumentKind.CancellationToken => token,
                PolicyArgumentKind.StageContext => ContextOf(stage, token),
                _ => Argument(stage, argument.Parameter, token),
            }
        );
        var receiver = method.IsStatic ? method.TypeName : Receiver(stage.Declaration);
        return $"{receiver}.{Identifiers.Escape(method.MethodName)}({string.Join(", ", arguments)})";
    }

    /// <summary>The expression on which instance members of the type that declares a stage are called.</summary>
    public string Receiver(StageModel stage)
    {
        var model = emission.Model;
        var source = model.Sources[stage.Source];
        return source.Kind switch
        {
            StageSourceKind.Pipeline => frame.Receiver,
            StageSourceKind.PrimaryConstructorParameter =>
                $"{frame.Receiver}.{emission.Accessors.NameOf(stage.Source)}",
            _ when source.IsStatic => $"{model.Declaration.Self}.{Identifiers.Escape(source.Member)}",
            _ => $"{frame.Receiver}.{Identifiers.Escape(source.Member)}",
        };
    }

    /// <summary>The expression of an argument.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="position">The position of the parameter.</param>
    /// <param name="token">The token that the stage gets.</param>
    public string Argument(LoweredStage stage, int position, string token)
    {
        var parameter = stage.Declaration.Parameters[position];
        return stage.Arguments[position] switch
        {
            SuppliedValue => Supplied(stage, position, frame with { Token = token }, ContextOf(stage, token)),
            AbsentArgument => AbsentValue.Of(parameter),
            var source when parameter.Buffer is { } buffer =>
                $"{Known.Services}.Streams.StageStream.Buffer({Taken(parameter, source)}, {buffer.Capacity}, "
                    + $"global::System.Threading.Channels.BoundedChannelFullMode.{buffer.FullMode}, {token})",
            var source => Taken(parameter, source),
        };
    }

    /// <summary>The expression of an argument that the run supplies.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="position">The position of the parameter.</param>
    /// <param name="frame">The frame that has the token and the scope.</param>
    /// <param name="context">The expression of the stage's context.</param>
    public static string Supplied(LoweredStage stage, int position, Frame frame, string context)
    {
        var parameter = stage.Declaration.Parameters[position];
        return SuppliedKinds.Argument(
            parameter.Supplied!,
            new SuppliedCall(
                stage.Report.ToString(),
                frame.Token,
                frame.Scope,
                context,
                parameter.TypeName.TrimEnd('?'),
                parameter.MayBeNull,
                stage.Declaration.IsEntryPoint
            )
        );
    }

    private string ContextOf(LoweredStage stage, string token) => $"{frame.Scope}.Stage({stage.Report}, {token})";

    private string Call(LoweredStage stage, Func<int, string> argument, string token) =>
        stage.Declaration.Policies.Count == 0
            ? OfMethod(stage, argument)
            : PolicyMethod.Call(emission, frame, stage, argument, token);

    private static string Arguments(LoweredStage stage, Func<int, string> write)
    {
        var declaration = stage.Declaration;
        var arguments = new List<string>();
        var isNamed = false;
        for (var position = 0; position < declaration.Parameters.Count; position++)
        {
            var parameter = declaration.Parameters[position];
            var isAbsent = stage.Arguments[position] is AbsentArgument;
            if (isAbsent && parameter.HasDefaultValue && !declaration.IsOverloaded)
            {
                isNamed = true;
                continue;
            }

            var argument = isAbsent ? AbsentValue.Of(parameter) : write(position);
            arguments.Add(isNamed ? $"{Identifiers.Escape(parameter.Name)}: {argument}" : argument);
        }

        return string.Join(", ", arguments);
    }

    private string Taken(ParameterModel parameter, TakenValue source) =>
        _values.As(source, parameter.Form, new ValueTarget(parameter.Type, parameter.ValueTypeName));
}
