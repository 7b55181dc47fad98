using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Emit;

/// <summary>Writes the call of a stage's method: direct, with an argument for each parameter.</summary>
internal sealed class StageCall(EntryPointEmission emission, Frame frame)
{
    private readonly TakenValues _values = new(emission, frame);

    /// <summary>The call as the method returns it: a value, a task or nothing.</summary>
    public string Direct(int place) =>
        emission.StageAt(place).Each is null
            ? Call(
                place,
                (position, binding) => Argument(place, position, binding, emission.TokenAt(place, frame)),
                emission.TokenAt(place, frame)
            )
            : FanOutCall.Of(emission, frame, place);

    /// <summary>The call for one element of a collection.</summary>
    /// <param name="place">The stage's place.</param>
    /// <param name="captured">The expression of an argument that is the same for all elements, by its position.</param>
    /// <param name="item">The expression of the element.</param>
    public string OfElement(int place, Func<int, string> captured, string item)
    {
        var stage = emission.StageAt(place);
        return Call(
            place,
            (position, binding) =>
                position == stage.Each!.Parameter ? item
                : binding.Kind is BindingKind.CancellationToken or BindingKind.StageContext or BindingKind.RunContext
                    ? Argument(place, position, binding, frame.Token)
                : captured(position),
            frame.Token
        );
    }

    /// <summary>The call of a method that returns a task, as a <c>ValueTask</c> of either kind.</summary>
    public string AsValueTask(int place)
    {
        var stage = emission.StageAt(place);
        var call = Direct(place);
        return stage.CallReturn != ReturnShape.Task || stage.Each is not null ? call
            : stage is { IsEntryPoint: true, Policies.Count: 0 } ? $"{Known.Services}.RunTask.Nested({call})"
            : $"new {Known.ValueTaskOf(emission.ReturnedAt(place))}({call})";
    }

    /// <summary>The call of the stage's method itself, without its policies.</summary>
    /// <param name="place">The stage's place.</param>
    /// <param name="argument">The expression of an argument.</param>
    public string OfMethod(int place, Func<int, Binding, string> argument)
    {
        var stage = emission.StageAt(place);
        var receiver = stage.IsStatic ? emission.Model.Sources[stage.Source].TypeName : Receiver(stage);
        var call = $"{receiver}.{Identifiers.Escape(stage.MethodName)}({Arguments(place, argument)})";
        return stage is { TaskMayBeNull: true, IsEntryPoint: false } ? NotNull(call, stage.Name) : call;
    }

    /// <summary>The call of a method of the user's that returns a task, which is null where the method is wrong.</summary>
    public static string NotNull(string call, string name) =>
        $"{Known.Services}.Returned.NotNull({call}, {SymbolDisplay.FormatLiteral(name, quote: true)})";

    private string Call(int place, Func<int, Binding, string> argument, string token) =>
        emission.StageAt(place).Policies.Count == 0
            ? OfMethod(place, argument)
            : PolicyMethod.Call(emission, frame, place, argument, token);

    /// <summary>The expression of what instance members of the type are called on that declares the stage.</summary>
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

    private string Arguments(int place, Func<int, Binding, string> write)
    {
        var stage = emission.StageAt(place);
        var arguments = new List<string>();
        var isNamed = false;
        for (var position = 0; position < stage.Parameters.Count; position++)
        {
            var parameter = stage.Parameters[position];
            var binding = emission.Plan.Stages[place].Arguments[position];
            if (binding.Kind == BindingKind.DefaultValue && parameter.HasDefaultValue && !stage.IsOverloaded)
            {
                isNamed = true;
                continue;
            }

            var argument =
                binding.Kind == BindingKind.DefaultValue ? AbsentValue.Of(parameter) : write(position, binding);
            arguments.Add(isNamed ? $"{Identifiers.Escape(parameter.Name)}: {argument}" : argument);
        }

        return string.Join(", ", arguments);
    }

    /// <summary>The expression of an argument.</summary>
    public string Argument(int place, int position, Binding binding, string token)
    {
        var stage = emission.StageAt(place);
        var parameter = stage.Parameters[position];
        return binding.Kind switch
        {
            BindingKind.CancellationToken => token,
            BindingKind.DefaultValue => AbsentValue.Of(parameter),
            BindingKind.StageContext => $"{frame.Scope}.Stage({emission.IndexOf(place)}, {token})",
            BindingKind.RunContext => $"{frame.Scope}.{(stage.IsEntryPoint ? "Nested()" : "Context")}",
            _ when parameter.Buffer is { } buffer =>
                $"{Known.Services}.Streams.StageStream.Buffer({Taken(parameter, binding)}, {buffer.Capacity}, "
                    + $"global::System.Threading.Channels.BoundedChannelFullMode.{buffer.FullMode}, {token})",
            _ => Taken(parameter, binding),
        };
    }

    private string Taken(ParameterModel parameter, Binding binding) =>
        _values.As(binding, parameter.Form, new ValueTarget(parameter.Type, parameter.ValueTypeName));
}
