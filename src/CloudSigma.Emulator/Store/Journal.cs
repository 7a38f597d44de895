// Remembers how to take back what a failing request has already changed.
namespace CloudSigma.Emulator.Store;

internal sealed class Journal
{
    private readonly Stack<Action> _undo = new();

    public void OnRollback(Action undo) => _undo.Push(undo);

    public void Rollback()
    {
        while (_undo.TryPop(out var undo)) undo();
    }
}
