// The GPUs of the cloud, and the servers that have them.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Store;

internal sealed class GpuPool(CloudState state, IReadOnlyDictionary<string, EmulatorGpu> models)
{
    private const string Note = "gpus";
    private readonly Dictionary<string, bool[]> _taken = models.ToDictionary(
        static entry => entry.Key, static entry => new bool[entry.Value.Count], StringComparer.Ordinal);

    /// <summary>Takes a GPU for each model that a server wants.</summary>
    /// <returns>False when there are not enough; then none is taken.</returns>
    public bool TryTake(Document server, IReadOnlyList<string> wanted)
    {
        foreach (var model in wanted.GroupBy(static model => model, StringComparer.Ordinal))
        {
            if (!_taken.TryGetValue(model.Key, out var all) || all.Count(static taken => !taken) < model.Count()) return false;
        }

        if (wanted.Count == 0) return true;
        var numbers = new JsonArray();
        foreach (var model in wanted)
        {
            var number = Array.IndexOf(_taken[model], false);
            Mark(model, number, taken: true);
            numbers.Add((JsonNode)new JsonObject { ["model"] = model, ["number"] = number });
        }

        server.Edit();
        server.Hidden[Note] = numbers;
        return true;
    }

    /// <summary>Gives the GPUs of a server back.</summary>
    public void Leave(Document server)
    {
        if (server.Hidden[Note] is not JsonArray numbers) return;
        foreach (var entry in numbers) Mark(entry!["model"]!.GetValue<string>(), entry["number"]!.GetValue<int>(), taken: false);
        server.Edit();
        server.Hidden.Remove(Note);
    }

    /// <summary>The uuid of a GPU that a server has, always the same for the same one; null while it has none.</summary>
    /// <param name="server">The server.</param>
    /// <param name="index">Which of its GPUs.</param>
    public static string? Uuid(Document server, int index)
    {
        if (server.Hidden[Note] is not JsonArray numbers) return null;
        var text = string.Create(CultureInfo.InvariantCulture, $"gpu {numbers[index]!["model"]} {numbers[index]!["number"]}");
        return IdGenerator.ToUuid(SHA256.HashData(Encoding.UTF8.GetBytes(text))).ToString();
    }

    private void Mark(string model, int number, bool taken)
    {
        var all = _taken[model];
        all[number] = taken;
        state.Journal?.OnRollback(() => all[number] = !taken);
    }
}
