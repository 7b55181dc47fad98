namespace AotProgram;

internal sealed class PoliteGreeter : IGreeter
{
    public async ValueTask<Greeting> GreetAsync(string name)
    {
        await Task.Yield();
        return new Greeting($"Good day, {name}");
    }
}
