// Counts the bytes of a transfer and tells about them, not too often.
namespace CloudSigma.Sdk.Core.Transfers;

/// <summary>Progress of one stage of a transfer. Safe for concurrent use.</summary>
internal sealed class TransferMeter
{
    private const double WindowSeconds = 5;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly IProgress<TransferProgress>? _progress;
    private readonly TimeProvider _timeProvider;
    private readonly object _gate = new();
    private readonly Queue<(long Timestamp, long Bytes)> _window = new();
    private TransferStage _stage = TransferStage.Transferring;
    private long _total;
    private long _bytes;
    private long _shown;
    private int _retries;
    private long _lastReport;

    public TransferMeter(IProgress<TransferProgress>? progress, TimeProvider timeProvider)
    {
        _progress = progress;
        _timeProvider = timeProvider;
        _lastReport = timeProvider.GetTimestamp();
    }

    public long Bytes => Interlocked.Read(ref _bytes);

    public int Retries => Volatile.Read(ref _retries);

    /// <summary>Begins another stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="total">Bytes that it has; 0 when that is not known.</param>
    /// <param name="done">Bytes that are done already.</param>
    public void Begin(TransferStage stage, long total, long done = 0)
    {
        lock (_gate)
        {
            _stage = stage;
            _total = total;
            Interlocked.Exchange(ref _bytes, done);
            _shown = 0;
            _window.Clear();
        }

        Report();
    }

    /// <summary>Counts bytes that have moved; negative ones have to move again.</summary>
    public void Add(long bytes)
    {
        Interlocked.Add(ref _bytes, bytes);
        if (_progress is null || _timeProvider.GetElapsedTime(Volatile.Read(ref _lastReport)) < Interval) return;
        Report();
    }

    /// <summary>Counts a part that is begun again.</summary>
    /// <param name="bytes">Bytes of the part that were counted and have to move again.</param>
    public void Retry(long bytes)
    {
        Interlocked.Increment(ref _retries);
        Interlocked.Add(ref _bytes, -bytes);
    }

    /// <summary>Tells how far it is, now.</summary>
    public void Report()
    {
        if (_progress is null) return;
        lock (_gate)
        {
            var now = _timeProvider.GetTimestamp();
            Volatile.Write(ref _lastReport, now);
            var bytes = Math.Max(_shown, Bytes);
            _shown = bytes;
            _window.Enqueue((now, bytes));
            while (_window.Count > 2 && _timeProvider.GetElapsedTime(_window.Peek().Timestamp, now).TotalSeconds > WindowSeconds) _window.Dequeue();
            var first = _window.Peek();
            var seconds = _timeProvider.GetElapsedTime(first.Timestamp, now).TotalSeconds;
            var rate = seconds > 0 ? (bytes - first.Bytes) / seconds : 0;
            TimeSpan? remaining = _total > 0 && rate > 0 ? TimeSpan.FromSeconds(Math.Min((_total - bytes) / rate, TimeSpan.MaxValue.TotalSeconds / 2)) : null;
            try
            {
                _progress.Report(new TransferProgress(_stage, bytes, _total, rate, remaining, Retries));
            }
            catch (Exception e)
            {
                // On its way through the network code it would be taken for an error of that, and the part be sent again.
                throw new TransferException($"The report of progress failed: {e.Message}", e);
            }
        }
    }
}
