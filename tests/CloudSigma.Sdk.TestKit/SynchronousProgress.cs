// Progress that is told at once, on the thread that reports it.
namespace CloudSigma.Sdk.TestKit;

public sealed class SynchronousProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
