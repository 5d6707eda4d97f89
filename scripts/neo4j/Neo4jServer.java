import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j server (Bolt, HTTP and Neo4j Browser) in one process, without Docker:
 * run as a single source file with the server's jars on the class path.
 * Arguments: data folder, Bolt port, HTTP port, and optionally a settings file.
 * It stops when its standard input ends, so it never outlives the process that started it.
 */
public class Neo4jServer {
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]).toAbsolutePath();
    Files.createDirectories(home);
    DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home);
    if (args.length > 3) builder.loadPropertiesFromFile(Path.of(args[3]));
    DatabaseManagementService service =
        builder
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[1])))
            // What Neo4j Browser is told to connect to: newer servers would say the usual port.
            .setConfig(BoltConnector.advertised_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[1])))
            .setConfig(HttpConnector.enabled, true)
            .setConfig(HttpConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(args[2])))
            .setConfig(GraphDatabaseSettings.auth_enabled, false)
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
    if (!service.database("neo4j").isAvailable(60_000)) {
      System.err.println("The database neo4j did not start: see " + home.resolve("logs"));
      System.exit(1);
    }
    System.out.println("neo4j ready bolt=" + args[1] + " http=" + args[2]);
    while (System.in.read() >= 0) {}
    System.exit(0);
  }
}
