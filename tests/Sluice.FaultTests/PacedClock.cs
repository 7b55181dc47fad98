namespace Sluice.FaultTests;

/// <summary>
/// Advances the clock of many runs from a separate thread: occasionally while runs make progress, and whenever none of them can.
/// </summary>
internal sealed class PacedClock : IDisposable
{
    private const int MovesPerStep = 200;
    private const int MostIdle = 50;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan IdleStep = TimeSpan.FromSeconds(1);

    private readonly Thread _thread;
    private long _moves;
    private volatile bool _isOver;

    public PacedClock()
    {
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    public ManualTimeProvider Time { get; } = new();

    /// <summary>Records that a run has made progress.</summary>
    public void Moved() => Interlocked.Increment(ref _moves);

    public void Dispose()
    {
        _isOver = true;
        _thread.JoinOrHang();
    }

    private void Run()
    {
        while (!_isOver)
        {
            var moves = Interlocked.Read(ref _moves);
            var idle = 0;
            while (idle < MostIdle && Interlocked.Read(ref _moves) is var now && now - moves < MovesPerStep && !_isOver)
            {
                Thread.Yield();
                idle = Interlocked.Read(ref _moves) == now ? idle + 1 : 0;
            }

            Time.Advance(idle == MostIdle ? IdleStep : Step);
        }
    }
}
