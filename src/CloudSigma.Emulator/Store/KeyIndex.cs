// Finds objects by keys that they name, such as tags or drives, without a walk through all objects.
namespace CloudSigma.Emulator.Store;

internal sealed class KeyIndex(IEnumerable<DocumentCollection> collections, Func<Document, IEnumerable<string>> keys)
{
    private readonly (DocumentCollection Collection, HashSet<Document> Changed)[] _watched =
        [.. collections.Select(static collection => (collection, collection.Watch()))];

    private readonly Dictionary<string, List<Document>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Document, string[]> _known = [];

    /// <summary>The objects that name the key at the moment.</summary>
    public IReadOnlyList<Document> Find(string key)
    {
        foreach (var (collection, changed) in _watched)
        {
            if (changed.Count > 0) Refresh(collection, changed);
        }

        return _byKey.TryGetValue(key, out var documents) ? documents : [];
    }

    private void Refresh(DocumentCollection collection, HashSet<Document> changed)
    {
        foreach (var document in changed)
        {
            string[] before = _known.TryGetValue(document, out var known) ? known : [];
            string[] now = collection.Find(document.Id) == document ? [.. keys(document).Distinct(StringComparer.Ordinal)] : [];
            if (before.AsSpan().SequenceEqual(now)) continue;
            foreach (var key in before)
            {
                _byKey[key].Remove(document);
                if (_byKey[key].Count == 0) _byKey.Remove(key);
            }

            foreach (var key in now)
            {
                if (!_byKey.TryGetValue(key, out var documents)) _byKey.Add(key, documents = []);
                documents.Add(document);
            }

            if (now.Length > 0) _known[document] = now;
            else _known.Remove(document);
        }

        changed.Clear();
    }
}
