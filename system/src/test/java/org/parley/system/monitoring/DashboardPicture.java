package org.parley.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.data.time.FixedMillisecond;
import org.jfree.data.time.TimeSeries;
import org.jfree.data.time.TimeSeriesCollection;
import org.parley.system.monitoring.Dashboard.Question;

/**
 * What a dashboard would show, drawn from a real Prometheus: each panel at its place, with its
 * title, its series or their last values. Not Grafana's picture, but Grafana's data.
 */
final class DashboardPicture {

  private static final int COLUMNS = 24;
  private static final int COLUMN = 66; // pixels, 1,584 in all
  private static final int ROW = 38; // as Grafana's
  private static final int GAP = 4;
  private static final int MOST_VALUES = 6;
  private static final Duration SHOWN = Duration.ofMinutes(5);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 13);
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private final Dashboard dashboard;
  private final PrometheusServer prometheus;

  DashboardPicture(Dashboard dashboard, PrometheusServer prometheus) {
    this.dashboard = dashboard;
    this.prometheus = prometheus;
  }

  void writeTo(Path file) throws IOException {
    int rows =
        dashboard.panels().stream()
            .mapToInt(panel -> at(panel, "y") + at(panel, "h"))
            .max()
            .orElse(1);
    BufferedImage image =
        new BufferedImage(COLUMNS * COLUMN, rows * ROW, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
    dashboard.panels().forEach(panel -> draw(canvas, panel));
    canvas.dispose();
    ImageIO.write(image, "png", file.toFile());
  }

  private void draw(Graphics2D canvas, JsonNode panel) {
    int x = at(panel, "x") * COLUMN + GAP;
    int y = at(panel, "y") * ROW + GAP;
    int width = at(panel, "w") * COLUMN - 2 * GAP;
    int height = at(panel, "h") * ROW - 2 * GAP;
    String title = panel.path("title").asText();
    canvas.setFont(TITLE);
    canvas.setColor(Color.BLACK);
    List<Question> questions = dashboard.questions(panel).toList();
    if (questions.isEmpty()) {
      canvas.drawString(title, x, y + TITLE.getSize());
      return;
    }
    canvas.setColor(Color.LIGHT_GRAY);
    canvas.drawRect(x, y, width, height);
    boolean overTime =
        List.of("timeseries", "heatmap", "state-timeline").contains(panel.path("type").asText());
    if (overTime) {
      JFreeChart chart =
          ChartFactory.createTimeSeriesChart(
              title, null, null, series(questions), true, false, false);
      chart.getTitle().setFont(TITLE);
      chart.getXYPlot().setBackgroundPaint(Color.WHITE);
      chart.draw(canvas, new Rectangle2D.Double(x + 1, y + 1, width - 2, height - 2));
    } else {
      canvas.setColor(Color.BLACK);
      canvas.drawString(title, x + GAP, y + TITLE.getSize() + GAP);
      canvas.setFont(TEXT);
      int line = y + 2 * TITLE.getSize() + 2 * GAP;
      for (Question question : questions) {
        for (JsonNode one :
            prometheus.query(question.expression()).stream().limit(MOST_VALUES).toList()) {
          canvas.drawString(
              question.name(one) + " " + shortened(one.at("/value/1").asDouble()), x + GAP, line);
          line += TEXT.getSize() + GAP;
        }
      }
    }
  }

  private TimeSeriesCollection series(List<Question> questions) {
    TimeSeriesCollection all = new TimeSeriesCollection();
    for (Question question : questions) {
      for (JsonNode one : prometheus.queryRange(question.expression(), SHOWN)) {
        TimeSeries series = new TimeSeries(question.name(one));
        for (JsonNode point : one.path("values")) {
          double value = point.path(1).asDouble(Double.NaN);
          if (Double.isFinite(value)) {
            series.addOrUpdate(
                new FixedMillisecond((long) (point.path(0).asDouble() * 1_000)), value);
          }
        }
        all.addSeries(series);
      }
    }
    return all;
  }

  private static String shortened(double value) {
    return String.format(Locale.ROOT, Math.abs(value) >= 1_000 ? "%,.0f" : "%.4g", value);
  }

  private static int at(JsonNode panel, String key) {
    return panel.path("gridPos").path(key).asInt();
  }
}
