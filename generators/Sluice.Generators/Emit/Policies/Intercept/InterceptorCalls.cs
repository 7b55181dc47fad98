using Sluice.Compiler.Model;

namespace Sluice.Generators.Emit.Policies.Intercept;

/// <summary>Writes the struct that calls an interceptor if that is a class.</summary>
internal static class InterceptorCalls
{
    /// <summary>Writes the struct.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="model">The pipeline. The struct must not hide its type parameters.</param>
    /// <param name="name">Its name.</param>
    /// <param name="interceptor">The type of the interceptor, as code writes it.</param>
    /// <param name="isSynchronous">Whether the interceptor wraps synchronous calls.</param>
    public static void Write(
        SourceWriter writer,
        PipelineModel model,
        string name,
        string interceptor,
        bool isSynchronous
    )
    {
        var contract = isSynchronous ? "ISynchronousStageInterceptor" : "IStageInterceptor";
        var call = isSynchronous ? "ISynchronousStageCall" : "IStageCall";
        var method = isSynchronous ? "Invoke" : "InvokeAsync";
        var names = new Identifiers(model.MemberNames);
        var result = names.Take("T");
        var inner = names.Take("TInner");
        var returned = isSynchronous ? result : Known.ValueTaskOf(result);
        writer.Line();
        writer.Line(
            "// Names the method that is called. A type parameter that is a class would have it looked up at run time."
        );
        writer.Line(GeneratedCode.Attribute);
        using (writer.Block($"private readonly struct {name} : global::Sluice.{contract}"))
        {
            writer.Line($"private readonly {interceptor} _interceptor;");
            writer.Line();
            using (writer.Block($"internal {name}({interceptor} interceptor)"))
            {
                writer.Line("_interceptor = interceptor;");
            }

            writer.Line();
            writer.Line(
                $"public {returned} {method}<{result}, {inner}>({inner} inner, global::Sluice.StageContext context) where {inner} : struct, global::Sluice.{call}<{result}> => "
                    + $"_interceptor.{method}<{result}, {inner}>(inner, context);"
            );
        }
    }
}
