// Remembers how to take back what a failing request has already changed.
namespace CloudSigma.Emulator.Store;

internal sealed class Journal(long number)
{
    private readonly Stack<Action> _undo = new();

    /// <summary>Tells one request from another. Objects keep this and not the journal, which would keep its past alive.</summary>
    public long Number { get; } = number;

    public void OnRollback(Action undo) => _undo.Push(undo);

    public void Rollback()
    {
        while (_undo.TryPop(out var undo)) undo();
    }
}
