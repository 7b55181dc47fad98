namespace Mistakes;

[Pipeline]
public sealed partial class OpenInterceptor
{
    public partial int Run(string text);

    [Stage, Intercept<Watching>]
    private static int Measure(string text) => text.Length;
}

public class Watching : ISynchronousStageInterceptor
{
    public T Invoke<T, TInner>(TInner inner, StageContext context)
        where TInner : struct, ISynchronousStageCall<T> => inner.Invoke();
}
